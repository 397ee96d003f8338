import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../data/teams/import/importReport.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Input } from '../../../views/ui/Input.tsx';
import { NoteList } from './NoteList.tsx';

export type FoundTeamProps = {
  index: number;
  team: ImportReport['teams'][number];
  isChosen: boolean;
  /** It is the only team: there is nothing to choose. */
  isAlone: boolean;
  nameError: string | undefined;
};

/** A team in a file: whether to import it, its name, and what can't be imported. */
export function FoundTeam({ index, team, isChosen, isAlone, nameError }: FoundTeamProps) {
  const { t } = useTranslation(['teams', 'patterns']);
  const id = useId();
  const { name, config, notes } = team;
  const participants = config.participants.map((participant) => participant.name);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        {isAlone ? (
          <input type="hidden" name="team" value={index} />
        ) : (
          <input
            id={id}
            type="checkbox"
            name="team"
            value={index}
            defaultChecked={isChosen}
            aria-label={t('import.importTeam', { name })}
            className="mt-1 size-4 shrink-0 accent-brand"
          />
        )}
        <div className="min-w-0 flex-1 space-y-2">
          <Field
            label={t('import.name')}
            errors={nameError === undefined ? undefined : [nameError]}
            className="max-w-md"
          >
            {(control) => (
              <Input {...control} name={`name-${String(index)}`} defaultValue={name} maxLength={100} />
            )}
          </Field>
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
            <Badge tone="teal">{t(`patterns:${config.pattern.kind}.name`)}</Badge>
            <span className="wrap-anywhere">{participants.join(', ')}</span>
          </p>
          {notes.length === 0 ? (
            <p className="text-sm text-ink-muted">{t('import.complete')}</p>
          ) : (
            <div className="space-y-2">
              <h3 className="text-sm font-medium">{t('import.notes', { count: notes.length })}</h3>
              <NoteList notes={notes} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
