import type { MemoryKindName } from '../../../../workflows/domain/memory/registry.ts';
import type { KindWords } from '../kindWords.ts';

const kinds = {
  list: {
    name: 'Fixed contents',
    add: 'Add fixed contents',
    fields: {
      name: 'Name',
      contentAt: 'Content {{number}}',
      addContent: 'Add content',
      content: 'Content',
      mimeType: 'Media type',
    },
  },
  long_term: {
    name: 'What the team remembers',
    add: 'Add what the team remembers',
    inWords_one: 'Up to {{count, number}} entry of what the team remembers from earlier conversations.',
    inWords_other: 'Up to {{count, number}} entries of what the team remembers from earlier conversations.',
    fields: {
      count: 'Entries at most',
      countHint:
        'The team reads its memory when a run begins. When the run has ended, a model notes what matters for later ones.',
    },
  },
} as const satisfies KindWords<MemoryKindName, 'name' | 'add'>;

/** Each kind of memory in a team, and what a team remembers. */
export const memories = {
  ...kinds,
  unknownKind: 'This kind of memory is unknown; see its JSON.',
  page: {
    title: 'Memory',
    titleOf: 'Memory of {{team}}',
    description: 'What the team remembers from its conversations. What you pin or edit stays as it is.',
    empty: 'Nothing is remembered yet',
    emptyHint:
      'Give an agent of the team “What the team remembers” under Memory. When a run has ended, a model notes what matters for later ones.',
    nothingFound: 'No entry contains this',
    deleted: 'The entry has been deleted. It will not be remembered again.',
  },
  kinds: { decided: 'Decided', learned: 'Learned', preferred: 'Preferred' },
  states: { current: 'Current', merged: 'Merged into another entry', deleted: 'Deleted' },
  badges: { pinned: 'Pinned', edited: 'Edited', afterDocuments: 'After documents were read' },
  actions: {
    pin: 'Pin',
    pinOf: 'Pin: {{text}}',
    unpin: 'Unpin',
    unpinOf: 'Unpin: {{text}}',
    open: 'Edit and history',
    openOf: 'Edit and history: {{text}}',
    delete: 'Delete entry',
  },
  source: {
    quote: '“{{quote}}”',
    gone: 'in a conversation that is gone',
    person: 'Written by a person.',
  },
  entry: {
    title: 'Memory entry',
    text: 'Text',
    textHint: 'One sentence that can be understood by itself.',
    kind: 'Kind',
    save: 'Save',
    saved: 'The entry has been saved. No model will change it.',
    history: 'History',
    by: '{{change}} by {{author}}',
    delete: {
      title: 'Delete this entry?',
      description: 'The team forgets it, and will not remember it again from later conversations.',
      keep: 'Keep it',
      submit: 'Delete it',
    },
  },
  changes: {
    added: 'Added',
    replaced: 'Replaced',
    merged: 'Merged',
    removed: 'Removed',
    edited: 'Edited',
    pinned: 'Pinned',
    unpinned: 'Unpinned',
    deleted: 'Deleted',
  },
  conversation: {
    title: 'Memory of this conversation',
    link: 'What was remembered',
    toTeam: 'The team’s memory',
    none: 'No run of this conversation has used a memory.',
    run: 'Run {{number}}',
    recalled: 'Given when the run began',
    recalledNothing: 'Nothing was remembered then.',
    written: 'Noted when it had ended',
    wroteNothing: 'There was nothing to note.',
    notYet: 'Nothing yet. It is written shortly after the run has finished.',
    failed: 'Nothing was noted',
    refused: 'Not noted: {{why}}',
  },
  refusals: {
    no_such_message: 'it names no message of the run',
    not_quoted: 'the message does not contain the words',
    from_memory: 'an agent only repeated the memory',
    no_text: 'it says nothing',
    too_long: 'it is too long',
    secret: 'it looks like a password or a key',
    no_such_entry: 'there is no such entry',
    kept_by_person: 'a person has pinned or edited the entry',
    changed_meanwhile: 'the entry changed in the meantime',
    known_already: 'it is already remembered',
    deleted_by_person: 'a person has deleted this',
    full: 'the memory is full',
    too_many: 'the run has made too many changes',
  },
  faults: {
    noEntry:
      'The team remembers nothing under this address. It may be another team’s, or may have been deleted.',
    stale: 'The entry has changed since you opened it. Reload the page to see it, then edit it again.',
  },
} as const;
