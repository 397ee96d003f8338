import type { Participant } from '../../../../../workflows/domain/team.ts';
import { Badge } from '../../../components/ui/Badge.tsx';
import type { TeamPath } from '../../check/issuesOf.ts';
import { PARTICIPANT_KINDS } from '../../participantInWords.ts';
import { useParticipantNames } from '../DraftContext.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { TextField } from '../fields/TextField.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newParticipant } from '../newParts.ts';
import { AgentFields } from './AgentFields.tsx';
import { CodeExecutorFields } from './CodeExecutorFields.tsx';
import { InnerTeamFields } from './InnerTeamFields.tsx';
import { PersonFields } from './PersonFields.tsx';
import { SocietyFields } from './SocietyFields.tsx';

const KINDS = [
  'agent',
  'person',
  'code_executor',
  'society',
  'team',
] as const satisfies Participant['kind'][];
const PATH = ['participants'];

/** Who takes part, in order. */
export function ParticipantsSection() {
  const names = useParticipantNames();
  return (
    <ListEditor
      path={PATH}
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
    >
      {(path, participant) => <ParticipantFields path={path} kind={kindOf(participant)} />}
    </ListEditor>
  );
}

function ParticipantFields({ path, kind }: { path: TeamPath; kind: string }) {
  return (
    <>
      <TextField
        path={[...path, 'name']}
        label="Name"
        hint={
          kind === 'team'
            ? undefined
            : 'Letters, digits and _; it travels into prompts and the names of tools.'
        }
        mono
      />
      <TextField
        path={[...path, 'description']}
        label="Description"
        hint="What the others, and a model that chooses speakers, are told of it."
        rows={2}
      />
      <FieldsOfKind path={path} kind={kind} />
    </>
  );
}

function FieldsOfKind({ path, kind }: { path: TeamPath; kind: string }) {
  switch (kind) {
    case 'agent':
      return <AgentFields path={path} />;
    case 'person':
      return <PersonFields path={path} />;
    case 'code_executor':
      return <CodeExecutorFields path={path} />;
    case 'society':
      return <SocietyFields path={path} />;
    case 'team':
      return <InnerTeamFields path={[...path, 'team']} />;
    default:
      return <p className="text-sm text-ink-muted">This kind of participant is not known; see its JSON.</p>;
  }
}

function kindLabel(kind: string): string {
  return KINDS.find((known) => known === kind) === undefined
    ? kind || 'unknown'
    : PARTICIPANT_KINDS[kind as Participant['kind']];
}
