import { useTranslation } from 'react-i18next';
import { NameField } from '../../editor/fields/NameField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const handoff: TerminationView<'handoff'> = {
  make: () => ({ kind: 'handoff', target: 'user' }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return <NameField path={[...path, 'target']} label={t('handoff.fields.target')} />;
  },
};
