import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { AskingFields } from '../fields/AskingFields.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { OptionalGroup } from '../fields/OptionalGroup.tsx';

/** Whether a person reviews an agent's messages before the others see them. */
export function ReviewFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const deadlines = (['stop', 'discard', 'approve'] as const).map((value) => ({
    value,
    label: t(`agent.fields.reviewThen.${value}`),
  }));
  return (
    <OptionalGroup
      path={path}
      label={t('agent.fields.review')}
      hint={t('agent.fields.reviewHint')}
      make={() => ({ deadlineSeconds: 86_400, onDeadline: 'stop' })}
    >
      <DurationField path={[...path, 'deadlineSeconds']} label={t('agent.fields.reviewDeadline')} />
      <ChoiceField
        path={[...path, 'onDeadline']}
        label={t('agent.fields.reviewOnDeadline')}
        choices={deadlines}
      />
      <AskingFields path={[...path, 'asking']} isApproval />
    </OptionalGroup>
  );
}
