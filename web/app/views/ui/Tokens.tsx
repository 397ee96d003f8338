import { formatCount } from '../format/count.ts';
import { classNames } from './classNames.ts';

export type TokensProps = {
  prompt: bigint | number | null;
  completion: bigint | number | null;
  className?: string;
};

/** Tokens read and written by a model. */
export function Tokens({ prompt, completion, className }: TokensProps) {
  if (prompt === null && completion === null) {
    return <span className={classNames('text-ink-muted', className)}>tokens unknown</span>;
  }
  return (
    <span className={classNames('tabular whitespace-nowrap', className)}>
      {prompt === null ? '?' : formatCount(prompt)} in
      <span aria-hidden> · </span>
      <span className="sr-only">, </span>
      {completion === null ? '?' : formatCount(completion)} out
    </span>
  );
}
