import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat.ts';
import { classNames } from './classNames.ts';

export type MoneyProps = {
  /** Micro-dollars; null where the price is not known. */
  microUsd: bigint | number | null;
  /** The sum leaves out calls of unknown price or outcome: it is at least this much. */
  atLeast?: boolean;
  className?: string;
};

/** An amount of money. What is not known is said to be unknown, never shown as nothing. */
export function Money({ microUsd, atLeast = false, className }: MoneyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (microUsd === null) {
    return (
      <span className={classNames('text-ink-muted', className)} title={t('money.noPrice')}>
        {t('unknown')}
      </span>
    );
  }
  return (
    <span className={classNames('tabular', className)}>
      {atLeast ? <span title={t('money.atLeast')}>≥ </span> : null}
      {format.money(microUsd)}
    </span>
  );
}
