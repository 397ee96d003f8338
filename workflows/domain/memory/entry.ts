/** What an entry is about: what was decided, what was learned, or what somebody prefers. */
export const memoryEntryKinds = ['decided', 'learned', 'preferred'] as const;
export type MemoryEntryKind = (typeof memoryEntryKinds)[number];

/** Whether an entry counts; merged: another one says it now. Entries that no longer count stay, with their history. */
export const memoryEntryStates = ['current', 'merged', 'deleted'] as const;
export type MemoryEntryState = (typeof memoryEntryStates)[number];

/** What was done to an entry: the first four by a model at the end of a run, the others by people. */
export const memoryActions = [
  'added',
  'replaced',
  'merged',
  'removed',
  'edited',
  'pinned',
  'unpinned',
  'deleted',
] as const;
export type MemoryAction = (typeof memoryActions)[number];

/** What came of the memory of a run: it was only read so far, something or nothing was written, or writing it failed. */
export const memoryRunStates = ['recalled', 'written', 'failed'] as const;
export type MemoryRunState = (typeof memoryRunStates)[number];

/** The longest text of an entry, in characters. */
export const MAX_ENTRY_LENGTH = 300;

/** The most entries that a team's memory holds at a time: all of them are shown to the model that writes it. */
export const MAX_ENTRIES = 200;

/** The most entries that one run changes. */
export const MAX_CHANGES_PER_RUN = 10;

/** A current entry of a team's memory. */
export interface MemoryEntry {
  id: string;
  kind: MemoryEntryKind;
  text: string;
  /** Raised by each change. */
  revision: number;
  pinned: boolean;
  /** Whether a person wrote its text. */
  edited: boolean;
  /** Whether what documents say may stand behind it: nobody has looked at it since. */
  afterDocuments: boolean;
  /** When it last changed, in milliseconds since 1970. */
  changedAtMs: number;
}

/** Whether people have taken it into their hands: no model changes or removes it. */
export function isKeptByPerson({ pinned, edited }: Pick<MemoryEntry, 'pinned' | 'edited'>): boolean {
  return pinned || edited;
}

/** An entry as it was when a run began: what its agents were given. */
export type RecalledEntry = Omit<MemoryEntry, 'pinned' | 'edited'>;
