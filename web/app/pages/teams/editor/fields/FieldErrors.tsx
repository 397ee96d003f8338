import { CircleAlert } from 'lucide-react';
import { useFaultWords } from '../../../../languages/faultWords.ts';

/** Errors of something without its own control: a list, a group. */
export function FieldErrors({ errors }: { errors: readonly string[] | undefined }) {
  const words = useFaultWords();
  if (errors === undefined) return null;
  return (
    <p role="alert" className="flex items-start gap-1.5 text-[0.8125rem] leading-snug text-red-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>{errors.map(words).join(' ')}</span>
    </p>
  );
}
