import type { WrittenChange } from '../../../../workflows/domain/memory/changes.ts';
import type {
  MemoryAction,
  MemoryEntryKind,
  MemoryEntryState,
  MemoryRunState,
  RecalledEntry,
} from '../../../../workflows/domain/memory/entry.ts';

/** The message that an entry rests on. */
export interface MemorySource {
  conversationId: string;
  /** Null: the conversation is gone. */
  conversationTitle: string | null;
  run: number;
  seq: number;
  /** Words of the message, as they stand there. */
  quote: string;
}

/** An entry of a team's memory. */
export interface MemoryEntryView {
  id: string;
  kind: MemoryEntryKind;
  text: string;
  state: MemoryEntryState;
  /** The entry that says it now; null unless merged. */
  mergedInto: string | null;
  pinned: boolean;
  /** Whether a person wrote its text. */
  edited: boolean;
  /** Whether what documents say may stand behind it. */
  afterDocuments: boolean;
  /** The number of its newest change, from 1. */
  revision: number;
  createdAt: string;
  changedAt: string;
  /** What its text rests on; null: a person wrote it. */
  source: MemorySource | null;
}

/** A change of an entry, and how it was afterwards. */
export interface MemoryChangeView {
  revision: number;
  action: MemoryAction;
  kind: MemoryEntryKind;
  text: string;
  source: MemorySource | null;
  /** Who changed it; null: a model, or an account that is gone. */
  author: string | null;
  at: string;
}

/** What a run had to do with its team's memory. */
export interface RunMemoryView {
  run: number;
  state: MemoryRunState;
  /** What its agents were given, most useful first. */
  recalled: RecalledEntry[];
  /** What came of each change that a model proposed when the run had ended. */
  changes: WrittenChange[];
  /** Why nothing was written; null: it was, or is still to be. */
  failureMessage: string | null;
}
