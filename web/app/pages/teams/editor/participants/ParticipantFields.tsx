import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { TextField } from '../fields/TextField.tsx';
import { AgentFields } from './AgentFields.tsx';
import { CodeExecutorFields } from './CodeExecutorFields.tsx';
import { InnerTeamFields } from './InnerTeamFields.tsx';
import { ParticipantNameField } from './ParticipantNameField.tsx';
import { PersonFields } from './PersonFields.tsx';
import { SocietyFields } from './SocietyFields.tsx';

/** All of a participant, by its kind: one of a team's, or who stands behind a tool. */
export function ParticipantFields({ path, kind }: { path: TeamPath; kind: string }) {
  return (
    <>
      <ParticipantNameField
        path={path}
        hint={
          kind === 'team'
            ? undefined
            : 'Letters, digits and _; it travels into prompts and the names of tools.'
        }
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
  const { errors } = useField([...path, 'kind']);
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
      return <InnerTeamFields path={path} />;
    default:
      return (
        <>
          <p className="text-sm text-ink-muted">This kind of participant is not known; see its JSON.</p>
          <FieldErrors errors={errors} />
        </>
      );
  }
}
