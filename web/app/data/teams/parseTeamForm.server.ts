import { z } from 'zod';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { checkTeamText, placeIssues } from './check/checkTeamText.ts';
import { issuesInside } from './check/findings.server.ts';
import type { EditorAnswer, SubmittedTeam } from './editorAnswer.ts';
import { type TeamForm, teamFormSchema } from './teamFormSchema.ts';

export type TeamFormRead =
  { ok: true; form: TeamForm; team: TeamConfig } | { ok: false; answer: EditorAnswer };

/** Reads the editor's form: its fields, its JSON as a team, and the expressions and Python in it. */
export function parseTeamForm(formData: FormData): TeamFormRead {
  const fields = Object.fromEntries(formData);
  const form = teamFormSchema.safeParse(fields);
  const text = textField(fields['config']).replace(/\r\n?/g, '\n');
  const submitted = {
    name: textField(fields['name']),
    note: textField(fields['note']),
    text,
    basedOn: Number.parseInt(textField(fields['basedOn']), 10) || 0,
  };
  const check = checkTeamText(text);
  const issues = check.ok ? placeIssues(text, issuesInside(check.config)) : check.issues;
  if (form.success && check.ok && issues.length === 0) {
    return { ok: true, form: form.data, team: check.config };
  }
  const errors = form.success ? null : z.flattenError(form.error).fieldErrors;
  const formErrors = [...(errors?.submissionId ?? []), ...(errors?.basedOn ?? []), ...(errors?.config ?? [])];
  const answer = refusalOf(submitted, {
    nameErrors: errors?.name ?? [],
    noteErrors: errors?.note ?? [],
    formErrors: [...new Set(formErrors)],
    issues,
  });
  return { ok: false, answer };
}

/** The response to a form with these errors. */
export function refusalOf(submitted: SubmittedTeam, wrong: Partial<EditorAnswer>): EditorAnswer {
  return { nameErrors: [], noteErrors: [], formErrors: [], issues: [], stale: null, ...wrong, submitted };
}

function textField(value: FormDataEntryValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
