import {
  isKeptByPerson,
  MAX_CHANGES_PER_RUN,
  MAX_ENTRIES,
  MAX_ENTRY_LENGTH,
  type MemoryEntry,
  type MemoryEntryKind,
} from './entry.ts';
import { bareText, contained, likeness, SAME } from './likeness.ts';
import { quoteIn } from './quote.ts';
import { holdsSecret } from './secretText.ts';

/** What a model may do to a team's memory. */
export const changeOps = ['add', 'replace', 'merge', 'remove'] as const;

/** What a model wants to do to a team's memory. Entries have the names under which they were shown to it. */
export interface ProposedChange {
  op: (typeof changeOps)[number];
  /** Of an entry each; none for an addition. */
  entries: string[];
  kind: MemoryEntryKind;
  /** The entry's new text; of a removal it does not matter. */
  text: string;
  /** The message that it rests on, by its number, and words that stand in it. */
  message: number;
  quote: string;
}

/** A message of the run, as far as an entry may rest on it. */
export interface QuotableMessage {
  seq: number;
  content: string;
  /** A person's words: they come from no memory. */
  byPerson: boolean;
  /** Whether documents had been read in the conversation, so that what they say may stand behind it. */
  afterDocuments: boolean;
}

/** Why a proposed change is not made. */
export const changeRefusals = [
  'no_such_message',
  'not_quoted',
  'from_memory',
  'no_text',
  'too_long',
  'secret',
  'no_such_entry',
  'kept_by_person',
  'changed_meanwhile',
  'known_already',
  'deleted_by_person',
  'full',
  'too_many',
] as const;
export type ChangeRefusal = (typeof changeRefusals)[number];

/** A change that is made; `entry` stands for the whole, `others` are merged into it. */
export type MemoryChange = { seq: number; quote: string } & (
  | { action: 'added'; kind: MemoryEntryKind; text: string; afterDocuments: boolean }
  | {
      action: 'replaced' | 'merged';
      entry: MemoryEntry;
      others: MemoryEntry[];
      kind: MemoryEntryKind;
      text: string;
      afterDocuments: boolean;
    }
  | { action: 'removed'; entry: MemoryEntry }
);

export type DecidedChange =
  { proposed: ProposedChange; made: MemoryChange } | { proposed: ProposedChange; refused: ChangeRefusal };

/** What proposed changes are measured against. */
export interface MemoryGround {
  /** The entries as they were shown to the model, by the names that they had there. */
  shown: ReadonlyMap<string, MemoryEntry>;
  /** The current entries, now. */
  current: readonly MemoryEntry[];
  /** Texts of entries that people have deleted. */
  deleted: readonly string[];
  /** Texts that memory brought into the run. */
  recalled: readonly string[];
  messages: readonly QuotableMessage[];
}

/**
 * What is made of the changes that a model proposes: each has to quote a message of the run, and what memory itself brought in is no
 * ground. An addition that says what an entry says becomes its replacement. What people pinned or wrote stays as it is.
 */
export function decideChanges(proposed: readonly ProposedChange[], ground: MemoryGround): DecidedChange[] {
  const entries = new Map(ground.current.map((entry) => [entry.id, entry]));
  const added: string[] = [];
  let made = 0;
  return proposed.map((change): DecidedChange => {
    const decided = made >= MAX_CHANGES_PER_RUN ? 'too_many' : decide(change, ground, entries, added);
    if (typeof decided === 'string') return { proposed: change, refused: decided };
    made += 1;
    if (decided.action === 'added') added.push(decided.text);
    else {
      const { entry } = decided;
      // Each entry changes once: a later change of it would rest on what the model has not seen.
      entries.delete(entry.id);
      if (decided.action !== 'removed') {
        for (const other of decided.others) entries.delete(other.id);
        added.push(decided.text);
      }
    }
    return { proposed: change, made: decided };
  });
}

function decide(
  change: ProposedChange,
  ground: MemoryGround,
  entries: ReadonlyMap<string, MemoryEntry>,
  added: readonly string[],
): MemoryChange | ChangeRefusal {
  const message = ground.messages.find(({ seq }) => seq === change.message);
  if (message === undefined) return 'no_such_message';
  const quote = quoteIn(message.content, change.quote);
  if (quote === null) return 'not_quoted';
  if (!message.byPerson && ground.recalled.some((text) => isEcho(quote, text))) return 'from_memory';
  const rests = { seq: message.seq, quote };

  const named = namedEntries(change, ground, entries);
  if (typeof named === 'string') return named;
  const [entry] = named;
  if (change.op === 'remove')
    return entry === undefined ? 'no_such_entry' : { ...rests, action: 'removed', entry };

  const text = change.text.trim();
  const fault =
    faultOf(text) ??
    (ground.deleted.some((gone) => likeness(gone, text) >= SAME) ? 'deleted_by_person' : null);
  if (fault !== null) return fault;
  const twins = [...entries.values()].filter(
    (each) => !named.includes(each) && likeness(each.text, text) >= SAME,
  );
  const said = [...twins.map((twin) => twin.text), ...added];
  if (said.some((each) => bareText(each) === bareText(text))) return 'known_already';
  const afterDocuments = message.afterDocuments && !message.byPerson;
  const content = { ...rests, kind: change.kind, text };
  const [first, ...rest] = [...named, ...twins.filter((twin) => !isKeptByPerson(twin))];
  if (first === undefined) {
    if (twins.length > 0) return 'kept_by_person';
    if (added.some((each) => likeness(each, text) >= SAME)) return 'known_already';
    return entries.size + added.length >= MAX_ENTRIES
      ? 'full'
      : { ...content, action: 'added', afterDocuments };
  }
  const isUnchanged = bareText(first.text) === bareText(text) && first.kind === change.kind;
  if (isUnchanged && rest.length === 0) return 'known_already';
  return {
    ...content,
    action: rest.length === 0 ? 'replaced' : 'merged',
    entry: first,
    others: rest,
    afterDocuments:
      afterDocuments || (rest.length > 0 && [first, ...rest].some((each) => each.afterDocuments)),
  };
}

/** The entries that a change names, as they are now; why it can't have them, if it can't. */
function namedEntries(
  { op, entries: names }: ProposedChange,
  { shown }: MemoryGround,
  entries: ReadonlyMap<string, MemoryEntry>,
): MemoryEntry[] | ChangeRefusal {
  if (op === 'add') return [];
  const distinct = [...new Set(names)];
  const asked = op === 'merge' ? distinct.length >= 2 : distinct.length === 1;
  if (!asked) return 'no_such_entry';
  const named: MemoryEntry[] = [];
  for (const name of distinct) {
    const seen = shown.get(name);
    if (seen === undefined) return 'no_such_entry';
    const now = entries.get(seen.id);
    if (now === undefined || now.revision !== seen.revision) return 'changed_meanwhile';
    if (isKeptByPerson(now)) return 'kept_by_person';
    named.push(now);
  }
  return named;
}

function faultOf(text: string): ChangeRefusal | null {
  if (bareText(text) === '') return 'no_text';
  if (text.length > MAX_ENTRY_LENGTH) return 'too_long';
  return holdsSecret(text) ? 'secret' : null;
}

/** Whether words only repeat what memory said. */
function isEcho(quote: string, recalled: string): boolean {
  return contained(quote, recalled) >= SAME || contained(recalled, quote) >= SAME;
}

/** What came of a proposed change, as it is kept with the run. */
export interface WrittenChange {
  /** Null: it was refused. */
  action: 'added' | 'replaced' | 'merged' | 'removed' | null;
  refused: ChangeRefusal | null;
  /** The entry that was changed; null: none. */
  entryId: string | null;
  kind: MemoryEntryKind;
  text: string;
  quote: string;
  /** The message that was named. */
  seq: number;
}
