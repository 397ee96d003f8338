import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { isParticipantKind, viewOfParticipant } from '../../participants/registry.ts';
import { useField } from '../DraftContext.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { TextField } from '../fields/TextField.tsx';
import { ParticipantNameField } from './ParticipantNameField.tsx';

/** All fields of a participant by its kind, in a team or behind a tool. */
export function ParticipantFields({ path, kind }: { path: TeamPath; kind: string }) {
  const { t } = useTranslation('editor');
  const isNamedFreely = isParticipantKind(kind) && viewOfParticipant({ kind }).isNamedFreely === true;
  return (
    <>
      <ParticipantNameField path={path} hint={isNamedFreely ? undefined : t('participant.nameHint')} />
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
  if (isParticipantKind(kind)) {
    const { Fields } = viewOfParticipant({ kind });
    return <Fields path={path} />;
  }
  return (
    <>
      <p className="text-sm text-ink-muted">{t('participant.unknownKind')}</p>
      <FieldErrors errors={errors} />
    </>
  );
}
