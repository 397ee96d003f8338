import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../workflows/domain/json.ts';
import {
  isJoined,
  type TerminationCondition,
} from '../../../../../workflows/domain/terminations/condition.ts';
import type { Measure } from '../../../../../workflows/domain/terminations/kind.ts';
import type { ConditionProgress } from '../../../../../workflows/domain/terminations/progress.ts';
import type { Format } from '../../../views/format/createFormat.ts';
import { useFormat } from '../../../views/format/useFormat.ts';
import { useWords } from '../../../views/format/useWords.ts';
import { conditionHeading } from '../../../views/teams/terminations/registry.ts';

export type ConditionTreeProps = { condition: TerminationCondition; progress: ConditionProgress };

/** A termination condition with the progress of each part; parts that have fired are marked. */
export function ConditionTree({ condition, progress }: ConditionTreeProps) {
  const { t } = useTranslation('conversation');
  const label = conditionHeading(condition, useWords());
  const fired = progress.fired !== null;
  const parts = isJoined(condition) ? condition.conditions : [];
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
          <span className={fired ? 'font-semibold text-green-ink' : 'font-medium'}>{label}</span>
          <span className="sr-only"> {fired ? t('ends.met') : t('ends.notMet')}</span>
        </span>
      </p>
      {progress.measures.map((measure) => (
        <MeasureBar key={measure.unit} measure={measure} label={label} />
      ))}
      {parts.length === 0 ? null : (
        <ul className="mt-1.5 ml-1.75 space-y-1.5 border-l border-line pl-3.5">
          {progress.conditions.map((partProgress, index) => {
            const part = parts[index];
            return part === undefined ? null : (
              <li key={index}>
                <ConditionTree condition={part} progress={partProgress} />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function MeasureBar({ measure, label }: { measure: Measure; label: string }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const { limit, unit } = measure;
  const current = Math.min(measure.current, limit);
  return (
    <div className="mt-1 flex items-center gap-2 pl-5.5 text-xs text-ink-muted">
      <progress
        aria-label={t('ends.measure', { condition: label, unit: t(`ends.unit.${unit}`) })}
        value={current}
        max={limit}
        className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brand"
      />
      <span className="tabular">
        {t(`ends.progress.${unit}`, {
          current: amountInWords(unit, current, format),
          limit: amountInWords(unit, limit, format),
        })}
      </span>
    </div>
  );
}

function amountInWords(unit: Measure['unit'], amount: number, format: Format): string {
  switch (unit) {
    case 'micro-USD':
      return format.money(Math.round(amount));
    case 'seconds':
      return format.duration(Math.floor(amount) * 1_000);
    case 'messages':
    case 'tokens':
    case 'prompt tokens':
    case 'completion tokens':
    case 'conditions':
      return format.count(amount);
    default:
      return assertNever(unit);
  }
}
