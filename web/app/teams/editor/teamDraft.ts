import { assertNever } from '../../../../workflows/domain/json.ts';
import type { TeamPath } from '../check/issuesOf.ts';
import { checkTeamText, type TeamCheck } from '../check/checkTeamText.ts';
import { pathKey } from '../check/jsonPath.ts';
import { withValueAt } from './jsonValue.ts';

/** What an editor holds: the text, and what it was when it last was JSON, which is what the form shows. */
export interface TeamDraft {
  text: string;
  /** Of the text as it stands. */
  check: TeamCheck;
  value: unknown;
  /** Fields of the form whose own text is no value yet, by path: what is wrong with them. */
  unfinished: Record<string, { path: TeamPath; message: string }>;
}

export type DraftChange =
  /** Somebody wrote in the JSON. */
  | { kind: 'text'; text: string }
  /** Somebody changed a field. */
  | { kind: 'value'; path: TeamPath; value: unknown }
  /** A field's own text is (or, with null, is no longer) something that can't stand in the JSON. */
  | { kind: 'unfinished'; path: TeamPath; message: string | null };

export function draftOf(text: string): TeamDraft {
  const check = checkTeamText(text);
  return { text, check, value: isJson(check) ? check.value : {}, unfinished: {} };
}

/** The form and its JSON as one: a change of either is a change of both. */
export function changeDraft(draft: TeamDraft, change: DraftChange): TeamDraft {
  switch (change.kind) {
    case 'text': {
      if (change.text === draft.text) return draft;
      const check = checkTeamText(change.text);
      return { text: change.text, check, value: isJson(check) ? check.value : draft.value, unfinished: {} };
    }
    case 'value': {
      const value = withValueAt(draft.value, change.path, change.value);
      const text = JSON.stringify(value, null, 2);
      return { ...draft, text, check: checkTeamText(text), value };
    }
    case 'unfinished': {
      const { [pathKey(change.path)]: _before, ...others } = draft.unfinished;
      if (change.message === null) return { ...draft, unfinished: others };
      const { path, message } = change;
      return { ...draft, unfinished: { ...others, [pathKey(path)]: { path, message } } };
    }
    default:
      return assertNever(change);
  }
}

/** Whether the form has something to show that the JSON agrees with. */
export function isJson(check: TeamCheck): check is Exclude<TeamCheck, { isJson: false }> {
  return check.ok || check.isJson;
}
