import { classNames } from '../../components/ui/classNames.ts';
import { Fold } from './Fold.tsx';

/** More than this is folded: a glance takes in no more. */
const LINES_AT_ONCE = 12;
const CHARACTERS_AT_ONCE = 900;

export type MachineTextProps = {
  label: string;
  text: string;
  tone?: 'plain' | 'error';
};

/** Arguments, results, output: text as a machine wrote it, with its label; folded where it is long. */
export function MachineText({ label, text, tone = 'plain' }: MachineTextProps) {
  const isLong =
    text.length > CHARACTERS_AT_ONCE || text.split('\n', LINES_AT_ONCE + 1).length > LINES_AT_ONCE;
  const block = (
    <pre
      tabIndex={0}
      role="group"
      aria-label={label}
      className={classNames(
        'max-h-96 overflow-auto rounded-lg px-3 py-2 font-mono text-[0.78125rem] leading-relaxed whitespace-pre-wrap wrap-anywhere',
        tone === 'error' ? 'bg-red-soft text-ink' : 'bg-sunken text-ink',
      )}
    >
      {text === '' ? <span className="text-ink-muted">(empty)</span> : text}
    </pre>
  );
  if (isLong) {
    const size = `${label}, ${new Intl.NumberFormat('en-US').format(text.length)} characters`;
    return (
      <Fold label={<span className={tone === 'error' ? 'text-red-ink' : undefined}>{size}</span>}>
        {block}
      </Fold>
    );
  }
  return (
    <div>
      <p
        className={classNames(
          'mb-1 text-xs font-medium',
          tone === 'error' ? 'text-red-ink' : 'text-ink-muted',
        )}
      >
        {label}
      </p>
      {block}
    </div>
  );
}
