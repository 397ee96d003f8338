import { assertNever } from '../../../../../workflows/domain/json.ts';
import { checkTeamText, type TeamCheck } from '../../../data/teams/check/checkTeamText.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';
import { valueAt, withValueAt } from './jsonValue.ts';
import { renameParticipant } from './teamReferences.ts';

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
  /** Somebody changed a participant's name; these places within its team named it before, and go on doing so. */
  | { kind: 'name'; team: TeamPath; participant: number; places: readonly TeamPath[]; name: string }
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

/** Whether the form has something to show that the JSON agrees with. */
export function isJson(check: TeamCheck): check is Exclude<TeamCheck, { isJson: false }> {
  return check.ok || check.isJson;
}
