import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useParticipantNames } from '../DraftContext.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';
import { StrangersNote } from '../fields/StrangersNote.tsx';
import { TextField } from '../fields/TextField.tsx';
import { textOf, valueAt } from '../jsonValue.ts';

/** Which messages of others are shown to an agent. */
export function FilterFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const positions = (['first', 'last'] as const).map((value) => ({
    value,
    label: t(`agent.fields.filterPositions.${value}`),
  }));
  const names = useParticipantNames();
  return (
    <OptionalGroup
      path={path}
      label={t('agent.fields.filter')}
      make={() => ({ perSource: [{ source: 'user', position: null, count: null }] })}
    >
      <ListEditor
        path={[...path, 'perSource']}
        noun="source"
        titleOf={(source) =>
          t('agent.fields.filterSource', { source: textOf(valueAt(source, ['source'])) || '…' })
        }
        add={[
          {
            label: t('agent.fields.addFilterSource'),
            entry: () => ({ source: names[0] ?? 'user', position: 'last', count: 1 }),
          },
        ]}
      >
        {(source) => (
          <>
            <TextField
              path={[...source, 'source']}
              label={t('agent.fields.filterFrom')}
              suggestions={[...names, 'user']}
              mono
            />
            <StrangersNote path={[...source, 'source']} />
            <ChoiceField
              path={[...source, 'position']}
              label={t('agent.fields.filterPosition')}
              choices={positions}
              noneLabel={t('agent.fields.filterAll')}
            />
            <NumberField
              path={[...source, 'count']}
              label={t('agent.fields.filterCount')}
              placeholder={t('agent.fields.filterCountAll')}
            />
          </>
        )}
      </ListEditor>
    </OptionalGroup>
  );
}
