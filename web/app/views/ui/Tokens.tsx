import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat.ts';
import { classNames } from './classNames.ts';

export type TokensProps = {
  prompt: bigint | number | null;
  completion: bigint | number | null;
  className?: string;
};

/** Tokens that a model has read and written. */
export function Tokens({ prompt, completion, className }: TokensProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (prompt === null && completion === null) {
    return <span className={classNames('text-ink-muted', className)}>{t('tokens.unknown')}</span>;
  }
  return (
    <span className={classNames('tabular whitespace-nowrap', className)}>
      {t('tokens.in', { tokens: prompt === null ? '?' : format.count(prompt) })}
      <span aria-hidden> · </span>
      <span className="sr-only">, </span>
      {t('tokens.out', { tokens: completion === null ? '?' : format.count(completion) })}
    </span>
  );
}
