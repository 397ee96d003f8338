import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('editor');
  return (
    <>
      <ParticipantNameField path={path} hint={kind === 'team' ? undefined : t('participant.nameHint')} />
      <TextField
        path={[...path, 'description']}
        label={t('participant.description')}
        hint={t('participant.descriptionHint')}
        rows={2}
      />
      <FieldsOfKind path={path} kind={kind} />
    </>
  );
}

function FieldsOfKind({ path, kind }: { path: TeamPath; kind: string }) {
  const { t } = useTranslation('editor');
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
          <p className="text-sm text-ink-muted">{t('participant.unknownKind')}</p>
          <FieldErrors errors={errors} />
        </>
      );
  }
}
