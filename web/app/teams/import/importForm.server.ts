import { z } from 'zod';

/** What the two forms of the import page send. */
export type ImportForm =
  | { intent: 'check'; text: string }
  | { intent: 'import'; text: string; submissionId: string; chosen: { index: number; name: string }[] };

/** Reads a form of the import page; null where it was not sent by one. */
export async function readImportForm(formData: FormData): Promise<ImportForm | null> {
  const pasted = formData.get('text');
  const text = typeof pasted === 'string' ? pasted.replace(/\r\n?/g, '\n') : '';
  if (formData.get('intent') === 'check')
    return { intent: 'check', text: (await textOfFile(formData)) ?? text };
  const submissionId = z.uuid().safeParse(formData.get('submissionId'));
  if (formData.get('intent') !== 'import' || !submissionId.success) return null;
  const chosen = formData.getAll('team').flatMap((value) => {
    const index = z.coerce.number().int().min(0).max(10_000).safeParse(value);
    const name = index.success ? formData.get(`name-${String(index.data)}`) : null;
    return index.success && typeof name === 'string' ? [{ index: index.data, name }] : [];
  });
  return { intent: 'import', text, submissionId: submissionId.data, chosen };
}

async function textOfFile(formData: FormData): Promise<string | null> {
  const file = formData.get('file');
  return file instanceof File && file.size > 0 ? file.text() : null;
}
