import type { PlacedIssue } from '../check/checkTeamText.ts';
import { placeIssues } from '../check/checkTeamText.ts';
import type { EditorAnswer } from './editorAnswer.ts';
import type { TeamDraft } from './teamDraft.ts';

/** All that is wrong with a draft: what the browser sees itself, and what the server said of the same text. */
export function issuesOfDraft(
  { text, check, unfinished }: TeamDraft,
  answer: EditorAnswer | undefined,
): PlacedIssue[] {
  const own = check.ok ? [] : check.issues;
  const fromServer = check.ok && answer?.submitted.text === text ? answer.issues : [];
  const ofFields = Object.values(unfinished).map(({ path, message }) => ({ path: [...path], message }));
  return [...own, ...fromServer, ...placeIssues(text, ofFields)];
}
