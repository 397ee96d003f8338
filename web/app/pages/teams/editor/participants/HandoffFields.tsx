import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { TextField } from '../fields/TextField.tsx';
import { retargetHandoff } from '../handoffWords.ts';

/** A handoff: to whom, and with which words. */
export function HandoffFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const names = useParticipantNames();
  const { value, set } = useField(path);
  return (
    <>
      <TextField
        path={[...path, 'target']}
        label={t('agent.fields.handoff.target')}
        suggestions={[...names, 'user']}
        write={(target) => set(retargetHandoff(value, target))}
        mono
      />
      <TextField path={[...path, 'name']} label={t('agent.fields.handoff.name')} mono />
      <TextField path={[...path, 'description']} label={t('agent.fields.handoff.description')} />
      <TextField path={[...path, 'message']} label={t('agent.fields.handoff.message')} rows={2} />
    </>
  );
}
