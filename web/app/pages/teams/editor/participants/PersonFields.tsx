import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { TextField } from '../fields/TextField.tsx';

/** What only a person has. */
export function PersonFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const deadlines = (['skip', 'stop'] as const).map((value) => ({
    value,
    label: t(`person.fields.then.${value}`),
  }));
  return (
    <>
      <TextField path={[...path, 'prompt']} label={t('person.fields.prompt')} rows={2} />
      <DurationField path={[...path, 'deadlineSeconds']} label={t('person.fields.deadlineSeconds')} />
      <ChoiceField path={[...path, 'onDeadline']} label={t('person.fields.onDeadline')} choices={deadlines} />
    </>
  );
}
