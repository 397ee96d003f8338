import { assertNever } from '../../../../../workflows/domain/json.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';
import { changeDraft, type DraftChange, draftOf, type TeamDraft } from './teamDraft.ts';

/** A draft with its earlier versions, for undo. */
export interface DraftHistory {
  past: readonly TeamDraft[];
  draft: TeamDraft;
  /** Undone changes, nearest first. */
  future: readonly TeamDraft[];
  /**
   * The field changed last, if further changes to it belong to the same step, as when typing letter by letter.
   */
  typing: string | null;
}

export type HistoryChange = DraftChange | { kind: 'undo' } | { kind: 'redo' };

const MAX_STEPS = 100;

export function historyOf(text: string): DraftHistory {
  return { past: [], draft: draftOf(text), future: [], typing: null };
}

/** Applies a change, an undo or a redo. */
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

/** Drops the unfinished texts of fields whose values have changed since. */
function settled(draft: TeamDraft): TeamDraft {
  return { ...draft, unfinished: {} };
}

/** The field being typed in, if the change is part of typing; null if it is a separate step. */
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

/** Whether more than a letter changes at once: pasted or overwritten text starts a new step. */
function isPasted(change: DraftChange, { text }: TeamDraft): boolean {
  return change.kind === 'text' && Math.abs(change.text.length - text.length) > 1;
}
