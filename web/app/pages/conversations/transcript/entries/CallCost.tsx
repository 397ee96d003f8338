import { useTranslation } from 'react-i18next';
import { Money } from '../../../../views/ui/Money.tsx';

/** A call's cost, within a line of other figures; "cost unknown" if its model has no price. */
export function CallCost({ microUsd }: { microUsd: number | null }) {
  const { t } = useTranslation(['transcript', 'common']);
  if (microUsd === null) return <span title={t('common:money.noPrice')}>{t('meta.costUnknown')}</span>;
  return (
    <span>
      <span className="sr-only">{t('meta.cost')} </span>
      <Money microUsd={microUsd} />
    </span>
  );
}
