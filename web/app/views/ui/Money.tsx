import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat.ts';
import { classNames } from './classNames.ts';

export type MoneyProps = {
  /** Micro-dollars; null if the price is not known. */
  microUsd: bigint | number | null;
  /** The sum leaves out calls whose price or outcome is unknown: the true amount is at least this much. */
  atLeast?: boolean;
  className?: string;
};

/** An amount of money. An unknown amount is shown as unknown, never as zero. */
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
