import { lockTeam } from '../../../../platform/rowLocks.ts';
import type { MemoryAction, MemoryEntryKind } from '../../../../workflows/domain/memory/entry.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/** What a person does to an entry. */
export type MemoryEdit =
  | {
      action: 'edit';
      text: string;
      /** Absent: as it is. */
      kind?: MemoryEntryKind | undefined;
      /** The revision that the person has read; absent: whatever it is now. */
      basedOn?: number | undefined;
    }
  | { action: 'pin' | 'unpin' | 'delete' };

export type MemoryEditResult =
  | { outcome: 'done' | 'unchanged' }
  /** Somebody else, or the end of a run, has changed it meanwhile. */
  | { outcome: 'stale'; revision: number }
  | { outcome: 'not_found' };

const ACTIONS = {
  edit: 'edited',
  pin: 'pinned',
  unpin: 'unpinned',
  delete: 'deleted',
} as const satisfies Record<MemoryEdit['action'], MemoryAction>;

/** Changes a current entry of a team's memory for a person, with its history. Repeating it changes nothing. */
export async function changeMemory(
  scope: ProjectScope,
  { teamId, entryId, userId, edit }: { teamId: string; entryId: string; userId: string; edit: MemoryEdit },
): Promise<MemoryEditResult> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction): Promise<MemoryEditResult> => {
    await lockTeam(transaction, { projectId, teamId });
    const entry = await transaction.memoryEntry.findFirst({ where: { id: entryId, projectId, teamId } });
    if (entry === null) return { outcome: 'not_found' };
    if (entry.state === 'deleted' && edit.action === 'delete') return { outcome: 'unchanged' };
    if (entry.state !== 'current') return { outcome: 'not_found' };
    if (edit.action === 'edit' && edit.basedOn !== undefined && edit.basedOn !== entry.revision) {
      return { outcome: 'stale', revision: entry.revision };
    }
    const change = changeOf(edit, userId, entry);
    if (change === null) return { outcome: 'unchanged' };
    const { kind, text, revision } = await transaction.memoryEntry.update({
      where: { id: entryId, projectId },
      data: { ...change, revision: { increment: 1 }, updatedAt: new Date() },
    });
    const action = ACTIONS[edit.action];
    await transaction.memoryChange.create({
      data: { projectId, entryId, revision, action, kind, text, userId },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: `memory.${edit.action}`,
      subjectType: 'memory_entry',
      subjectId: entryId,
      detail: { teamId },
    });
    return { outcome: 'done' };
  });
}

/** The columns that change; null: none does. */
function changeOf(
  edit: MemoryEdit,
  userId: string,
  entry: { kind: string; text: string; pinned: boolean; editedBy: string | null },
) {
  switch (edit.action) {
    case 'edit': {
      const { text, kind = entry.kind } = edit;
      if (text === entry.text && kind === entry.kind) return null;
      // A person has looked at it: documents no longer stand behind it unseen.
      return { text, kind, editedBy: userId, afterDocuments: false };
    }
    case 'pin':
    case 'unpin': {
      const pinned = edit.action === 'pin';
      return entry.pinned === pinned ? null : { pinned };
    }
    case 'delete':
      return { state: 'deleted', editedBy: userId };
  }
}
