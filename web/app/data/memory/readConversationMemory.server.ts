import { z } from 'zod';
import type { WrittenChange } from '../../../../workflows/domain/memory/changes.ts';
import { memoryRunStates, type RecalledEntry } from '../../../../workflows/domain/memory/entry.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { RunMemoryView } from './view.ts';

const recalledSchema = z.custom<RecalledEntry[]>(Array.isArray);
const changesSchema = z.custom<WrittenChange[]>(Array.isArray).nullable();

/** A conversation's runs and the memory of each, newest first; null: the project has no such conversation. */
export async function readConversationMemory(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<{ title: string; teamId: string; runs: RunMemoryView[] } | null> {
  const { database } = services();
  const conversation = await database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: { title: true, teamVersion: { select: { teamId: true } } },
  });
  if (conversation === null) return null;
  const rows = await database.memoryRun.findMany({
    where: { projectId, conversationId },
    orderBy: { run: 'desc' },
  });
  const runs = rows.map(({ run, state, recalled, changes, failureMessage }) => ({
    run,
    state: oneOf(memoryRunStates, state),
    recalled: recalledSchema.parse(recalled),
    changes: changesSchema.parse(changes) ?? [],
    failureMessage,
  }));
  return { title: conversation.title, teamId: conversation.teamVersion.teamId, runs };
}
