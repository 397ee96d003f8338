import { Notice } from './Notice.tsx';

/** What is wrong with a form as a whole. conform's `form.errors` fits. */
export function FormError({ errors }: { errors?: readonly string[] | undefined }) {
  if (errors === undefined || errors.length === 0) return null;
  return <Notice kind="error">{errors.join(' ')}</Notice>;
}
