import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';

const DEADLINES = [
  { value: 'approve', label: 'The draft stands as it is' },
  { value: 'discard', label: 'The draft is dropped and the turn passes' },
  { value: 'stop', label: 'The conversation stops' },
];

/** Whether a person reads an agent's messages before the others do. */
export function ReviewFields({ path }: { path: TeamPath }) {
  return (
    <OptionalGroup
      path={path}
      label="A person reviews each of its messages"
      hint="Approve, edit, or send back with feedback, before the others read it."
      make={() => ({ deadlineSeconds: 86_400, onDeadline: 'approve' })}
    >
      <NumberField path={[...path, 'deadlineSeconds']} label="Deadline, in seconds" />
      <ChoiceField path={[...path, 'onDeadline']} label="When nobody decides" choices={DEADLINES} />
    </OptionalGroup>
  );
}
