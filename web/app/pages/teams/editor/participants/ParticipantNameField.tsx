import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Input } from '../../../../views/ui/Input.tsx';
import { useChange, useField } from '../DraftContext.tsx';
import { textOf } from '../jsonValue.ts';
import { placesNaming } from '../teamReferences.ts';
import { useScope } from '../TeamScope.tsx';

export type ParticipantNameFieldProps = { path: TeamPath; hint: string | undefined };

/**
 * A participant's name. References to it in the team (edges, handoffs, conditions, …) are updated. They are
 * collected when typing starts, because an intermediate name may belong to another participant.
 */
export function ParticipantNameField({ path, hint }: ParticipantNameFieldProps) {
  const { t } = useTranslation('editor');
  const { at } = useScope();
  const { value: team } = useField(at);
  const { value, errors, place, set } = useField([...path, 'name']);
  const change = useChange();
  const places = useRef<TeamPath[] | null>(null);
  const [list, index] = path.slice(at.length);
  const write = (name: string) => {
    // A participant behind a tool is not referred to by others.
    if (list !== 'participants' || typeof index !== 'number') {
      set(name);
      return;
    }
    places.current ??= placesNaming(team, index);
    change({ kind: 'name', team: at, participant: index, places: places.current, name });
  };
  const forget = () => {
    places.current = null;
  };
  return (
    <Field label={t('participant.name')} hint={hint} errors={errors} className="min-w-0">
      {(control) => (
        <Input
          {...control}
          {...place}
          value={textOf(value)}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-[0.8125rem]"
          onFocus={forget}
          onBlur={forget}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
