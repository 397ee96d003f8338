import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useParticipantNames } from '../DraftContext.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';
import { StrangersNote } from '../fields/StrangersNote.tsx';
import { TextField } from '../fields/TextField.tsx';
import { textOf, valueAt } from '../jsonValue.ts';

const POSITIONS = [
  { value: 'first', label: 'Its first messages' },
  { value: 'last', label: 'Its last messages' },
];

/** Which of the others' messages an agent is shown. */
export function FilterFields({ path }: { path: TeamPath }) {
  const names = useParticipantNames();
  return (
    <OptionalGroup
      path={path}
      label="It is shown only some of the others’ messages"
      make={() => ({ perSource: [{ source: 'user', position: null, count: null }] })}
    >
      <ListEditor
        path={[...path, 'perSource']}
        noun="source"
        titleOf={(source) => `Messages of ${textOf(valueAt(source, ['source'])) || '…'}`}
        add={[
          {
            label: 'Add a source',
            entry: () => ({ source: names[0] ?? 'user', position: 'last', count: 1 }),
          },
        ]}
      >
        {(source) => (
          <>
            <TextField path={[...source, 'source']} label="Of whom" suggestions={[...names, 'user']} mono />
            <StrangersNote path={[...source, 'source']} />
            <ChoiceField
              path={[...source, 'position']}
              label="Which"
              choices={POSITIONS}
              noneLabel="All its messages"
            />
            <NumberField path={[...source, 'count']} label="How many" placeholder="All" />
          </>
        )}
      </ListEditor>
    </OptionalGroup>
  );
}
