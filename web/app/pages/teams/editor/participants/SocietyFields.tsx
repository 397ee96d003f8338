import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ContextFields } from '../fields/ContextFields.tsx';
import { ModelClientFields } from '../fields/ModelClientFields.tsx';
import { TextField } from '../fields/TextField.tsx';
import { InnerTeamFields } from './InnerTeamFields.tsx';

/** What only a society of mind has. */
export function SocietyFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label={t('society.fields.model')} />
      <TextField path={[...path, 'instruction']} label={t('society.fields.instruction')} rows={3} />
      <TextField path={[...path, 'responsePrompt']} label={t('society.fields.responsePrompt')} rows={3} />
      <ContextFields path={[...path, 'context']} />
      <InnerTeamFields path={path} />
    </>
  );
}
