import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { TextField } from '../fields/TextField.tsx';

/** The name and description that a model sees of a tool. */
export function NameAndDescription({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  return (
    <>
      <TextField path={[...path, 'name']} label={t('tool.name')} mono />
      <TextField
        path={[...path, 'description']}
        label={t('tool.description')}
        hint={t('tool.descriptionHint')}
        rows={2}
      />
    </>
  );
}
