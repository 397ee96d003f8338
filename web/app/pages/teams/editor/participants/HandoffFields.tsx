import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { TextField } from '../fields/TextField.tsx';
import { retargetHandoff } from '../handoffWords.ts';
import { textOf } from '../jsonValue.ts';

/** A handoff: its target and its texts. */
export function HandoffFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  // The agent with this handoff, which can't hand over to itself.
  const own = textOf(useField([...path.slice(0, -2), 'name']).value);
  const others = useParticipantNames().filter((name) => name !== own);
  const { value, set } = useField(path);
  return (
    <>
      <TextField
        path={[...path, 'target']}
        label={t('agent.fields.handoff.target')}
        suggestions={[...others, 'user']}
        write={(target) => set(retargetHandoff(value, target))}
        mono
      />
      <TextField path={[...path, 'name']} label={t('agent.fields.handoff.name')} mono />
      <TextField path={[...path, 'description']} label={t('agent.fields.handoff.description')} />
      <TextField path={[...path, 'message']} label={t('agent.fields.handoff.message')} rows={2} />
    </>
  );
}
