import { z } from 'zod';
import { readOutsideJson } from '../../../../../workflows/domain/outsideJson.ts';
import { issuesInside } from '../check/findings.server.ts';
import { SENT_JSON } from '../check/sentJson.ts';
import { type ImportReport, importReportSchema } from './importReport.ts';

/** The two forms of the import page. */
export type ImportForm =
  | { intent: 'check'; text: string }
  | {
      intent: 'import';
      report: ImportReport;
      submissionId: string;
      chosen: { index: number; name: string }[];
    };

/** Reads a form of the import page; null if it is neither of them. */
export async function readImportForm(formData: FormData): Promise<ImportForm | null> {
  if (formData.get('intent') === 'check') return { intent: 'check', text: await textOf(formData) };
  if (formData.get('intent') !== 'import') return null;
  const submissionId = z.uuid().safeParse(formData.get('submissionId'));
  const report = readReport(formData.get('report'));
  if (!submissionId.success || report === null) return null;
  const chosen = formData.getAll('team').flatMap((value) => {
    const index = z.coerce.number().int().min(0).max(10_000).safeParse(value);
    const name = index.success ? formData.get(`name-${String(index.data)}`) : null;
    return index.success && typeof name === 'string' ? [{ index: index.data, name }] : [];
  });
  return { intent: 'import', report, submissionId: submissionId.data, chosen };
}

async function textOf(formData: FormData): Promise<string> {
  const file = formData.get('file');
  if (file instanceof File && file.size > 0) return file.text();
  const pasted = formData.get('text');
  return typeof pasted === 'string' ? pasted : '';
}

/** It comes back from a browser, so everything in it is checked again. */
function readReport(value: FormDataEntryValue | null): ImportReport | null {
  const parsed = z
    .string()
    .transform((text, context): unknown => {
      const read = readOutsideJson(text, SENT_JSON);
      if (read.kind === 'read') return read.value;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    })
    .pipe(importReportSchema)
    .safeParse(value);
  if (!parsed.success) return null;
  const isSound = parsed.data.teams.every(({ config }) => issuesInside(config).length === 0);
  return isSound ? parsed.data : null;
}
