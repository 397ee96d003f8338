import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';

const DEADLINES = [
  { value: 'stop', label: 'The conversation stops' },
  { value: 'discard', label: 'The draft is dropped and the turn passes' },
  { value: 'approve', label: 'The draft stands as it is' },
];

/** Whether a person reads an agent's messages before the others do. */
export function ReviewFields({ path }: { path: TeamPath }) {
  return (
    <OptionalGroup
      path={path}
      label="A person reviews each of its messages"
      hint="Approve, edit, or send back with feedback, before the others read it."
      make={() => ({ deadlineSeconds: 86_400, onDeadline: 'stop' })}
    >
      <DurationField path={[...path, 'deadlineSeconds']} label="Deadline" />
      <ChoiceField path={[...path, 'onDeadline']} label="When nobody decides" choices={DEADLINES} />
    </OptionalGroup>
  );
}
