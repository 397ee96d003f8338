import type { Database } from '../../../../platform/database.ts';
import type { MemoryChange, MemoryEntry } from '../../../../prisma/generated/client.ts';
import {
  memoryActions,
  memoryEntryKinds,
  memoryEntryStates,
} from '../../../../workflows/domain/memory/entry.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readUserNames } from '../accounts/readUserNames.server.ts';
import type { MemoryChangeView, MemoryEntryView, MemorySource } from './view.ts';

/** What gives an entry its text. */
const SOURCE_ACTIONS = ['added', 'replaced', 'merged', 'edited'];

/** The newest change that gave an entry its text. */
export function sourceChange({ projectId }: ProjectScope) {
  return {
    where: { projectId, action: { in: SOURCE_ACTIONS } },
    orderBy: { revision: 'desc' as const },
    take: 1,
  };
}

/** Whether a change gave its entry its text. */
export function isSourceChange({ action }: Pick<MemoryChange, 'action'>): boolean {
  return SOURCE_ACTIONS.includes(action);
}

/** Entries as they are shown, with the titles of the conversations that they come from. */
export async function viewsOf(
  database: Database,
  scope: ProjectScope,
  rows: readonly (MemoryEntry & { changes: MemoryChange[] })[],
): Promise<MemoryEntryView[]> {
  const titles = await titlesOf(
    database,
    scope,
    rows.flatMap(({ changes }) => changes),
  );
  return rows.map(({ changes: [change], ...row }) => ({
    id: row.id,
    kind: oneOf(memoryEntryKinds, row.kind),
    text: row.text,
    state: oneOf(memoryEntryStates, row.state),
    mergedInto: row.mergedInto,
    pinned: row.pinned,
    edited: row.editedBy !== null,
    afterDocuments: row.afterDocuments,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.updatedAt.toISOString(),
    source: change === undefined ? null : sourceOf(change, titles),
  }));
}

/** An entry's changes as they are shown, in the same order. */
export async function changeViewsOf(
  database: Database,
  scope: ProjectScope,
  changes: readonly MemoryChange[],
): Promise<MemoryChangeView[]> {
  const titles = await titlesOf(database, scope, changes);
  const names = await readUserNames(
    database,
    changes.map(({ userId }) => userId),
  );
  return changes.map((change) => ({
    revision: change.revision,
    action: oneOf(memoryActions, change.action),
    kind: oneOf(memoryEntryKinds, change.kind),
    text: change.text,
    source: sourceOf(change, titles),
    author: change.userId === null ? null : (names.get(change.userId) ?? null),
    at: change.createdAt.toISOString(),
  }));
}

function sourceOf(
  { conversationId, run, seq, quote }: MemoryChange,
  titles: ReadonlyMap<string, string>,
): MemorySource | null {
  if (conversationId === null || run === null || seq === null || quote === null) return null;
  return { conversationId, conversationTitle: titles.get(conversationId) ?? null, run, seq, quote };
}

async function titlesOf(
  database: Database,
  { projectId }: ProjectScope,
  changes: readonly MemoryChange[],
): Promise<Map<string, string>> {
  const ids = changes.flatMap(({ conversationId }) => (conversationId === null ? [] : [conversationId]));
  const rows = await database.conversation.findMany({
    where: { projectId, id: { in: [...new Set(ids)] } },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
