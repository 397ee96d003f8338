import type { Participant } from '../../../../../../workflows/domain/team.ts';
import { Badge } from '../../../../views/ui/Badge.tsx';
import { PARTICIPANT_KINDS } from '../../../../views/teams/participantInWords.ts';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newParticipant } from '../newParts.ts';
import { withoutParticipant } from '../teamReferences.ts';
import { useScope } from '../TeamScope.tsx';
import { ParticipantFields } from './ParticipantFields.tsx';

const KINDS = [
  'agent',
  'person',
  'code_executor',
  'society',
  'team',
] as const satisfies Participant['kind'][];

/** Who takes part, in order. */
export function ParticipantsSection() {
  const { at } = useScope();
  const names = useParticipantNames();
  const team = useField(at);
  return (
    <ListEditor
      path={[...at, 'participants']}
      noun="participant"
      titleOf={(participant, index) => (
        <span className="inline-flex flex-wrap items-center gap-2 align-middle">
          {textOf(valueAt(participant, ['name'])) || `Participant ${String(index + 1)}`}
          <Badge>{kindLabel(kindOf(participant))}</Badge>
        </span>
      )}
      add={KINDS.map((kind) => ({
        label: `Add: ${PARTICIPANT_KINDS[kind].toLowerCase()}`,
        entry: () => newParticipant(kind, names),
      }))}
      empty="Nobody yet. A team has at least one participant."
      remove={(index) => team.set(withoutParticipant(team.value, index))}
    >
      {(path, participant) => <ParticipantFields path={path} kind={kindOf(participant)} />}
    </ListEditor>
  );
}

function kindLabel(kind: string): string {
  return KINDS.find((known) => known === kind) === undefined
    ? kind || 'unknown'
    : PARTICIPANT_KINDS[kind as Participant['kind']];
}
