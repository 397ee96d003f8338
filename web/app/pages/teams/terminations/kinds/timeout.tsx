import { useTranslation } from 'react-i18next';
import { DurationField } from '../../editor/fields/DurationField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const timeout: TerminationView<'timeout'> = {
  make: () => ({ kind: 'timeout', seconds: 600 }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return <DurationField path={[...path, 'seconds']} label={t('timeout.fields.seconds')} />;
  },
};
