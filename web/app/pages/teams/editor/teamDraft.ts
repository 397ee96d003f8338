import { assertNever } from '../../../../../workflows/domain/json.ts';
import { checkTeamText, type TeamCheck } from '../../../data/teams/check/checkTeamText.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';
import { valueAt, withValueAt } from './jsonValue.ts';
import { renameParticipant } from './teamReferences.ts';

/** The content of an editor: the text, and the last valid JSON, which the form shows. */
export interface TeamDraft {
  text: string;
  /** The check of the current text. */
  check: TeamCheck;
  value: unknown;
  /** Fields whose own text is not a valid value yet, by path, with their errors. */
  unfinished: Record<string, { path: TeamPath; message: string }>;
}

export type DraftChange =
  /** Somebody typed in the JSON. */
  | { kind: 'text'; text: string }
  /** Somebody changed a field. */
  | { kind: 'value'; path: TeamPath; value: unknown }
  /** Somebody renamed a participant; these places within its team referred to it and are updated. */
  | { kind: 'name'; team: TeamPath; participant: number; places: readonly TeamPath[]; name: string }
  /** A field's own text is (or, with null, is no longer) something that the JSON can't contain. */
  | { kind: 'unfinished'; path: TeamPath; message: string | null };

export function draftOf(text: string): TeamDraft {
  const check = checkTeamText(text);
  return { text, check, value: isJson(check) ? check.value : {}, unfinished: {} };
}

/** Keeps the form and its JSON in sync: a change of either changes both. */
export function changeDraft(draft: TeamDraft, change: DraftChange): TeamDraft {
  switch (change.kind) {
    case 'text': {
      if (change.text === draft.text) return draft;
      const check = checkTeamText(change.text);
      return { text: change.text, check, value: isJson(check) ? check.value : draft.value, unfinished: {} };
    }
    case 'value': {
      return withValue(draft, withValueAt(draft.value, change.path, change.value));
    }
    case 'name': {
      const team = renameParticipant(valueAt(draft.value, change.team), change);
      return withValue(draft, withValueAt(draft.value, change.team, team));
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

function withValue(draft: TeamDraft, value: unknown): TeamDraft {
  const text = JSON.stringify(value, null, 2);
  return { ...draft, text, check: checkTeamText(text), value };
}

/** Whether the text is JSON, so that the form can show it. */
export function isJson(check: TeamCheck): check is Exclude<TeamCheck, { isJson: false }> {
  return check.ok || check.isJson;
}
