import { useTranslation } from 'react-i18next';
import { MoneyField } from '../../editor/fields/MoneyField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const cost: TerminationView<'cost'> = {
  make: () => ({ kind: 'cost', maxMicroUsd: 1_000_000 }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return <MoneyField path={[...path, 'maxMicroUsd']} label={t('cost.fields.maxMicroUsd')} />;
  },
};
