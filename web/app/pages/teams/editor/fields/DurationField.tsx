import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Input } from '../../../../views/ui/Input.tsx';
import { useField } from '../DraftContext.tsx';
import { durationText, secondsOf } from './duration.ts';

/** A duration in the team's JSON, stored in seconds and typed with its unit. */
export function DurationField({ path, label }: { path: TeamPath; label: string }) {
  const { t } = useTranslation('editor');
  const { value, errors, place, set } = useField(path);
  const [typed, setTyped] = useState('');
  return (
    <Field label={label} hint={t('fields.durationHint')} errors={errors}>
      {(control) => (
        <Input
          {...control}
          {...place}
          value={secondsOf(typed) === value ? typed : durationText(value)}
          autoComplete="off"
          className="tabular"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            set(secondsOf(event.currentTarget.value));
          }}
        />
      )}
    </Field>
  );
}
