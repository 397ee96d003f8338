import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changeOps,
  decideChanges,
  type DecidedChange,
  type MemoryGround,
  type ProposedChange,
} from './changes.ts';
import {
  isKeptByPerson,
  MAX_CHANGES_PER_RUN,
  MAX_ENTRIES,
  MAX_ENTRY_LENGTH,
  type MemoryEntry,
  memoryEntryKinds,
} from './entry.ts';

const TEA = 'Ada prefers tea to coffee';

function entry(id: string, text: string, changes: Partial<MemoryEntry> = {}): MemoryEntry {
  return {
    id,
    kind: 'learned',
    text,
    revision: 1,
    pinned: false,
    edited: false,
    afterDocuments: false,
    changedAtMs: 0,
    ...changes,
  };
}

/** What was said: the user's words at 1, an agent's at 2. */
function ground(current: MemoryEntry[] = [], changes: Partial<MemoryGround> = {}): MemoryGround {
  return {
    shown: new Map(current.map((each, index) => [`m${String(index + 1)}`, each])),
    current,
    deleted: [],
    recalled: [],
    messages: [
      { seq: 1, content: 'We ship on Fridays.\n  I prefer tea.', byPerson: true, afterDocuments: true },
      { seq: 2, content: 'The staging database is called blue.', byPerson: false, afterDocuments: true },
    ],
    ...changes,
  };
}

function change(changes: Partial<ProposedChange> = {}): ProposedChange {
  return {
    op: 'add',
    entries: [],
    kind: 'learned',
    text: TEA,
    message: 1,
    quote: 'I prefer tea.',
    ...changes,
  };
}

/** What came of each: the action, or why it was refused. */
function outcomes(decided: DecidedChange[]): string[] {
  return decided.map((each) => ('made' in each ? each.made.action : each.refused));
}

const decide = (proposed: ProposedChange[], given = ground()) => outcomes(decideChanges(proposed, given));

describe('a change of the memory', () => {
  it('is made where it quotes a message word for word; white space may differ', () => {
    expect(decideChanges([change({ quote: 'We ship on Fridays. I prefer tea.' })], ground())).toMatchObject([
      { made: { action: 'added', text: TEA, seq: 1, quote: 'We ship on Fridays. I prefer tea.' } },
    ]);
  });

  it.each([
    ['it names no message of the run', { message: 7 }, 'no_such_message'],
    ['the words do not stand there', { quote: 'I prefer coffee.' }, 'not_quoted'],
    ['the words stand in another message', { message: 2 }, 'not_quoted'],
    ['the quote is too short to say anything', { quote: 'I' }, 'not_quoted'],
    ['it says nothing', { text: ' … ' }, 'no_text'],
    ['it is too long', { text: 'a'.repeat(MAX_ENTRY_LENGTH + 1) }, 'too_long'],
    ['it holds a key', { text: 'The key is sk-proj-0123456789abcdef' }, 'secret'],
    ['it holds a password', { text: 'The password is hunter2' }, 'secret'],
    ['it changes an entry that there is not', { op: 'replace', entries: ['m9'] }, 'no_such_entry'],
    ['it merges one entry alone', { op: 'merge', entries: ['m1'] }, 'no_such_entry'],
  ] as const)('is refused where %s', (_why, changes, refusal) => {
    expect(
      decide([change({ ...changes, entries: 'entries' in changes ? [...changes.entries] : [] })]),
    ).toEqual([refusal]);
  });

  it('does not rest on an agent’s words that only repeat what memory brought in; a person may say them again', () => {
    const given = ground([], { recalled: ['The staging database is called "blue"'] });
    const repeated = { message: 2, quote: 'The staging database is called blue.', text: 'Staging is blue' };
    expect(decide([change(repeated)], given)).toEqual(['from_memory']);
    expect(decide([change()], ground([], { recalled: ['I prefer tea'] }))).toEqual(['added']);
  });

  it('replaces an entry that says nearly the same, and adds no second one', () => {
    const given = ground([entry('a', 'Ada prefers tea to coffee.'), entry('b', 'The team ships on Fridays')]);
    expect(decide([change({ text: 'Ada prefers Tea to coffee' })], given)).toEqual(['known_already']);
    expect(decideChanges([change({ text: 'Ada prefers tea to coffees' })], given)).toMatchObject([
      { made: { action: 'replaced', entry: { id: 'a' } } },
    ]);
    expect(decide([change(), change({ text: 'Ada prefers tea to coffee!' })])).toEqual([
      'added',
      'known_already',
    ]);
  });

  it('brings entries together, and takes one away', () => {
    const given = ground([
      entry('a', 'Ada likes tea'),
      entry('b', 'Ada dislikes coffee', { afterDocuments: true }),
    ]);
    expect(decideChanges([change({ op: 'merge', entries: ['m1', 'm2'] })], given)).toMatchObject([
      {
        made: {
          action: 'merged',
          entry: { id: 'a' },
          others: [{ id: 'b' }],
          text: TEA,
          afterDocuments: true,
        },
      },
    ]);
    expect(decide([change({ op: 'remove', entries: ['m1'], text: '' })], given)).toEqual(['removed']);
  });

  it.each([{ pinned: true }, { edited: true }])(
    'leaves alone what people took into their hands: %j',
    (kept) => {
      const given = ground([entry('a', TEA, kept), entry('b', 'Something else entirely')]);
      const proposed = [
        change({ op: 'replace', entries: ['m1'], text: 'Ada prefers coffee' }),
        change({ op: 'merge', entries: ['m1', 'm2'], text: 'Ada prefers coffee' }),
        change({ op: 'remove', entries: ['m1'] }),
        change({ text: 'Ada prefers tea to coffees' }),
      ];
      expect(decide(proposed, given)).toEqual(Array(4).fill('kept_by_person'));
    },
  );

  it('is refused where the entry has changed since the model saw it, or was changed by the same answer', () => {
    const seen = entry('a', TEA);
    const given = { ...ground([seen]), current: [{ ...seen, revision: 2 }] };
    expect(decide([change({ op: 'remove', entries: ['m1'] })], given)).toEqual(['changed_meanwhile']);
    const twice = ['Ada drinks green tea', 'Ada drinks black tea'].map((text) =>
      change({ op: 'replace', entries: ['m1'], text }),
    );
    expect(decide(twice, ground([seen]))).toEqual(['replaced', 'changed_meanwhile']);
  });

  it('does not bring back what a person has deleted', () => {
    expect(decide([change({ text: 'Ada prefers tea to coffees' })], ground([], { deleted: [TEA] }))).toEqual([
      'deleted_by_person',
    ]);
  });

  it('of an agent that had read documents is marked, of a person’s words it is not', () => {
    const said = change({ message: 2, quote: 'called blue', text: 'Staging is called blue' });
    expect(decideChanges([change(), said], ground())).toMatchObject([
      { made: { afterDocuments: false } },
      { made: { afterDocuments: true } },
    ]);
  });

  it('is one of few: the memory has a limit, and so has what one run changes', () => {
    const different = (index: number) =>
      `Entry about ${String(index * 7919)} ${String.fromCharCode(97 + (index % 26)).repeat(9)}`;
    const full = Array.from({ length: MAX_ENTRIES }, (_, index) => entry(String(index), different(index)));
    expect(decide([change()], ground(full))).toEqual(['full']);
    const many = Array.from({ length: MAX_CHANGES_PER_RUN + 2 }, (_, index) =>
      change({ text: different(index) }),
    );
    expect(decide(many).filter((each) => each === 'too_many')).toHaveLength(2);
  });
});

describe('whatever a model proposes', () => {
  const texts = fc.constantFrom(
    TEA,
    'Ada likes tea',
    'The team ships on Fridays',
    'Staging is blue',
    '',
    'x',
  );
  const proposal = fc.record<ProposedChange>({
    op: fc.constantFrom(...changeOps),
    entries: fc.array(fc.constantFrom('m1', 'm2', 'm3', 'm9'), { maxLength: 3 }),
    kind: fc.constantFrom(...memoryEntryKinds),
    text: texts,
    message: fc.constantFrom(1, 2, 3),
    quote: fc.constantFrom('I prefer tea.', 'We ship on Fridays.', 'called blue', 'nonsense'),
  });
  const kept = fc.record({ pinned: fc.boolean(), edited: fc.boolean() });

  it('no entry changes twice, none that people keep changes at all, and each change has its quote', () => {
    fc.assert(
      fc.property(
        fc.array(proposal, { maxLength: 15 }),
        fc.array(kept, { maxLength: 3 }),
        (proposed, flags) => {
          const current = flags.map((flag, index) =>
            entry(String(index), `Entry number ${'abc'.charAt(index).repeat(8)}`, flag),
          );
          const decided = decideChanges(proposed, ground(current));
          const made = decided.flatMap((each) => ('made' in each ? [each.made] : []));
          const touched = made.flatMap((each) =>
            each.action === 'added'
              ? []
              : each.action === 'removed'
                ? [each.entry]
                : [each.entry, ...each.others],
          );
          expect(decided).toHaveLength(proposed.length);
          expect(made.length).toBeLessThanOrEqual(MAX_CHANGES_PER_RUN);
          expect(new Set(touched.map(({ id }) => id)).size).toBe(touched.length);
          expect(touched.filter(isKeptByPerson)).toEqual([]);
          expect(made.every(({ quote }) => quote.length > 3)).toBe(true);
        },
      ),
    );
  });
});
