import { formatMoney } from '../format/money.ts';
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
  if (microUsd === null) {
    return (
      <span className={classNames('text-ink-muted', className)} title="No price is set for this model">
        unknown
      </span>
    );
  }
  return (
    <span className={classNames('tabular', className)}>
      {atLeast ? <span title="Leaves out calls whose price or outcome is not known">≥ </span> : null}
      {formatMoney(microUsd)}
    </span>
  );
}
