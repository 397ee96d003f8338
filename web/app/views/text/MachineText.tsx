import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat.ts';
import { classNames } from '../ui/classNames.ts';
import { Fold } from '../ui/Fold.tsx';
import { CutNote } from './CutNote.tsx';
import type { ShownText } from './shownText.ts';
import { useTextHtml } from './useTextHtml.ts';

/** A text longer than this, in lines or in characters, is folded, since nobody takes in more at a glance. */
const LINES_AT_ONCE = 12;
const CHARACTERS_AT_ONCE = 900;

export type MachineTextProps = {
  label: string;
  text: string;
  /** The address of the text, if it may be cut or sent apart from its row. */
  shown?: ShownText;
  tone?: 'plain' | 'error';
};

/** Arguments, results, output: text written by a machine, with a label; folded if it is long. */
export function MachineText({ label, text, shown, tone = 'plain' }: MachineTextProps) {
  const { t } = useTranslation('texts');
  const format = useFormat();
  const html = useTextHtml('plain', text, shown ?? null);
  const length = shown?.apart?.length ?? text.length;
  const isLong = length > CHARACTERS_AT_ONCE || text.split('\n', LINES_AT_ONCE + 1).length > LINES_AT_ONCE;
  const looks = classNames(
    'max-h-96 overflow-auto rounded-lg px-3 py-2 font-mono text-[0.78125rem] leading-relaxed whitespace-pre-wrap wrap-anywhere',
    tone === 'error' ? 'bg-red-soft text-ink' : 'bg-sunken text-ink',
  );
  const block = (
    <>
      {length === 0 ? (
        <pre tabIndex={0} role="group" aria-label={label} className={looks}>
          <span className="text-ink-muted">{t('empty')}</span>
        </pre>
      ) : (
        <pre
          tabIndex={0}
          role="group"
          aria-label={label}
          className={looks}
          data-text={shown?.key}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
      <CutNote shown={shown ?? null} what={label} />
    </>
  );
  if (isLong) {
    const whole = shown?.wholeBytes ?? null;
    const size = whole === null ? t('characters', { count: length }) : format.bytes(whole);
    return (
      <Fold
        label={
          <span className={tone === 'error' ? 'text-red-ink' : undefined}>
            {t('withSize', { label, size })}
          </span>
        }
      >
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
