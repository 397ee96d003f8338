import { assertNever } from '../../../../../workflows/domain/json.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';
import { changeDraft, type DraftChange, draftOf, type TeamDraft } from './teamDraft.ts';

/** A draft and what it was before, to take changes back. */
export interface DraftHistory {
  past: readonly TeamDraft[];
  draft: TeamDraft;
  /** What was taken back, the nearest first. */
  future: readonly TeamDraft[];
  /** What was changed last, where a further change of the same is part of the same step: a text, letter by letter. */
  typing: string | null;
}

export type HistoryChange = DraftChange | { kind: 'undo' } | { kind: 'redo' };

const MAX_STEPS = 100;

export function historyOf(text: string): DraftHistory {
  return { past: [], draft: draftOf(text), future: [], typing: null };
}

/** A change of the draft, or a step back or forth. */
export function changeHistory(history: DraftHistory, change: HistoryChange): DraftHistory {
  const { past, draft, future } = history;
  switch (change.kind) {
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return history;
      return { past: past.slice(0, -1), draft: settled(before), future: [draft, ...future], typing: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return history;
      return { past: [...past, draft], draft: settled(after), future: rest, typing: null };
    }
    case 'unfinished':
      return { ...history, draft: changeDraft(draft, change) };
    case 'text':
    case 'value':
    case 'name': {
      const next = changeDraft(draft, change);
      if (next.text === draft.text) return { ...history, draft: next };
      const typing = typingOf(change);
      const isSameStep = typing !== null && typing === history.typing && !isPasted(change, draft);
      return {
        past: isSameStep ? past : [...past, draft].slice(-MAX_STEPS),
        draft: next,
        future: [],
        typing,
      };
    }
    default:
      return assertNever(change);
  }
}

/** Fields whose own text was no value hold other texts by now. */
function settled(draft: TeamDraft): TeamDraft {
  return { ...draft, unfinished: {} };
}

/** What is being typed, where a change is a part of typing; null: it is a step of its own. */
function typingOf(change: Exclude<DraftChange, { kind: 'unfinished' }>): string | null {
  switch (change.kind) {
    case 'text':
      return 'text';
    case 'name':
      return `name ${pathKey([...change.team, change.participant])}`;
    case 'value':
      return typeof change.value === 'string' || typeof change.value === 'number'
        ? `value ${pathKey(change.path)}`
        : null;
    default:
      return assertNever(change);
  }
}

/** Whether more of the JSON changes at once than a letter: something pasted, or written over, begins a step. */
function isPasted(change: DraftChange, { text }: TeamDraft): boolean {
  return change.kind === 'text' && Math.abs(change.text.length - text.length) > 1;
}
