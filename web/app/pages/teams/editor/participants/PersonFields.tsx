import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { TextField } from '../fields/TextField.tsx';

const DEADLINES = [
  { value: 'skip', label: 'The turn passes' },
  { value: 'stop', label: 'The conversation stops' },
];

/** What only a person has. */
export function PersonFields({ path }: { path: TeamPath }) {
  return (
    <>
      <TextField path={[...path, 'prompt']} label="What they are asked" rows={2} />
      <DurationField path={[...path, 'deadlineSeconds']} label="Deadline" />
      <ChoiceField path={[...path, 'onDeadline']} label="When nobody answers" choices={DEADLINES} />
    </>
  );
}
