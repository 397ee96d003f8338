import { assertNever } from '../../../../../workflows/domain/json.ts';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { Measure } from '../../../../../workflows/domain/terminations/kind.ts';
import type { ConditionProgress } from '../../../../../workflows/domain/terminations/progress.ts';
import { formatCount } from '../../../views/format/count.ts';
import { formatDuration } from '../../../views/format/duration.ts';
import { formatMoney } from '../../../views/format/money.ts';

/** A termination condition with how near each of its parts is; those that have fired are marked. */
export function ConditionTree({ condition }: { condition: ConditionProgress }) {
  const fired = condition.fired !== null;
  const Icon = fired ? CircleCheck : CircleDashed;
  return (
    <div data-condition={condition.kind} data-fired={fired ? '' : undefined}>
      <p className="flex items-start gap-2 text-[0.8125rem] leading-snug">
        <Icon
          aria-hidden
          className={
            fired ? 'mt-0.5 size-3.5 shrink-0 text-green-ink' : 'mt-0.5 size-3.5 shrink-0 text-ink-faint'
          }
        />
        <span className="min-w-0 wrap-anywhere">
          <span className={fired ? 'font-semibold text-green-ink' : 'font-medium'}>{condition.label}</span>
          <span className="sr-only">{fired ? ': met' : ': not met yet'}</span>
        </span>
      </p>
      {condition.measures.map((measure) => (
        <MeasureBar key={measure.unit} measure={measure} label={condition.label} />
      ))}
      {condition.conditions.length === 0 ? null : (
        <ul className="mt-1.5 ml-1.75 space-y-1.5 border-l border-line pl-3.5">
          {condition.conditions.map((part, index) => (
            <li key={index}>
              <ConditionTree condition={part} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function MeasureBar({ measure, label }: { measure: Measure; label: string }) {
  const { limit } = measure;
  const current = Math.min(measure.current, limit);
  return (
    <div className="mt-1 flex items-center gap-2 pl-5.5 text-xs text-ink-muted">
      <progress
        aria-label={`${label}: ${measure.unit}`}
        value={current}
        max={limit}
        className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brand"
      />
      <span className="tabular">{inWords({ ...measure, current })}</span>
    </div>
  );
}

function inWords({ unit, current, limit }: Measure): string {
  switch (unit) {
    case 'micro-USD':
      return `${formatMoney(Math.round(current))} of ${formatMoney(Math.round(limit))}`;
    case 'seconds':
      return `${formatDuration(Math.floor(current) * 1_000)} of ${formatDuration(limit * 1_000)}`;
    case 'messages':
    case 'tokens':
    case 'prompt tokens':
    case 'completion tokens':
    case 'conditions':
      return `${formatCount(current)} of ${formatCount(limit)} ${unit}`;
    default:
      return assertNever(unit);
  }
}
