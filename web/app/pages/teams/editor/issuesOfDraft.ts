import type { PlacedIssue } from '../../../data/teams/check/checkTeamText.ts';
import { placeIssues } from '../../../data/teams/check/checkTeamText.ts';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import type { TeamDraft } from './teamDraft.ts';

/**
 * All that is wrong with a draft: what the browser sees itself, what the server said when the same text was sent, and
 * what it has seen in it since (`seen`).
 */
export function issuesOfDraft(
  { text, check, unfinished }: TeamDraft,
  answer: EditorAnswer | undefined,
  seen: readonly PlacedIssue[],
): PlacedIssue[] {
  const own = check.ok ? [] : check.issues;
  const said = check.ok && answer?.submitted.text === text ? answer.issues : [];
  const fromServer = said.length > 0 ? said : seen;
  const ofFields = Object.values(unfinished).map(({ path, message }) => ({ path: [...path], message }));
  return [...own, ...fromServer, ...placeIssues(text, ofFields)];
}
