import { useFaultWords } from '../../languages/faultWords.ts';
import { Notice } from './Notice.tsx';

/** What is wrong with a form as a whole (languages/fault.ts). conform's `form.errors` fits. */
export function FormError({ errors }: { errors?: readonly string[] | undefined }) {
  const words = useFaultWords();
  if (errors === undefined || errors.length === 0) return null;
  return <Notice kind="error">{errors.map(words).join(' ')}</Notice>;
}
