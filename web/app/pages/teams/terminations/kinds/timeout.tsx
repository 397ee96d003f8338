import { useTranslation } from 'react-i18next';
import { DurationField } from '../../editor/fields/DurationField.tsx';
import { lengthInWords } from '../../lengthInWords.ts';
import type { TerminationView } from '../terminationView.ts';

export const timeout: TerminationView<'timeout'> = {
  make: () => ({ kind: 'timeout', seconds: 600 }),
  inWords: ({ seconds }, { t }) => t('terminations:timeout.inWords', { length: lengthInWords(t, seconds) }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return <DurationField path={[...path, 'seconds']} label={t('timeout.fields.seconds')} />;
  },
};
