import { classNames } from '../../../views/ui/classNames.ts';
import { type DiffLine, diffLines } from './diffLines.ts';

const LOOKS: Record<DiffLine['kind'], { sign: string; className: string }> = {
  same: { sign: ' ', className: '' },
  added: { sign: '+', className: 'bg-green-soft text-green-ink' },
  removed: { sign: '−', className: 'bg-red-soft text-red-ink' },
  gap: { sign: '⋯', className: 'text-ink-faint' },
};

/** The differences line by line, with a sign before each: needs neither JavaScript nor colours. */
export function PlainDiff({ before, after, label }: { before: string; after: string; label: string }) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={label}
      className="overflow-x-auto rounded-lg border border-line bg-surface py-2 font-mono text-[0.8125rem] leading-relaxed"
    >
      {diffLines(before, after).map(({ kind, text }, index) => (
        <div
          key={index}
          className={classNames('px-4 whitespace-pre-wrap wrap-anywhere', LOOKS[kind].className)}
        >
          {LOOKS[kind].sign} {text}
        </div>
      ))}
    </div>
  );
}
