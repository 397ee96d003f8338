import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiImportWithItems } from '../../../workflows/contracts/api/knowledge.ts';
import { isOngoing, isOutcome } from '../../../workflows/domain/knowledge/importStates.ts';
import { answerTo, NoServerError, RefusedError } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import type { Session } from '../../session.ts';
import { importText, itemText } from './importText.ts';

const EVERY_MS = 1_000;
/** A server that is being restarted is back by then. */
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Follows an import until it has ended, and prints each document as something comes of it. Null: interrupted; the import goes on.
 */
export async function watchImport(session: Session, importId: string): Promise<ApiImportWithItems | null> {
  const told = new Set<string>();
  let isPaused = false;
  let awaySinceMs: number | null = null;
  while (!session.interrupted.aborted) {
    try {
      const found = await readImport(session, importId);
      awaySinceMs = null;
      for (const item of found.items) {
        if (told.has(item.id) || !isOutcome(item.state)) continue;
        told.add(item.id);
        if (!session.json) session.out(`${plainText(itemText(item))}\n`);
      }
      if (!isOngoing(found.state)) return found;
      if (found.state === 'paused' && !isPaused) {
        session.note(`Paused. \`colloquy knowledge resume ${importId}\` lets it go on.`);
      }
      isPaused = found.state === 'paused';
    } catch (error) {
      const mayComeBack =
        error instanceof NoServerError || (error instanceof RefusedError && error.problem.status >= 500);
      if (!mayComeBack) throw error;
      if (awaySinceMs === null) session.note(`${plainText(error.message)} Trying again.`);
      awaySinceMs ??= Date.now();
      if (Date.now() - awaySinceMs > GIVE_UP_AFTER_MS) throw error;
    }
    await pause(session.interrupted);
  }
  return null;
}

/** An import with all its documents. */
export function readImport({ api }: Session, importId: string): Promise<ApiImportWithItems> {
  return answerTo(api.GET('/knowledge/imports/{importId}', { params: { path: { importId } } }));
}

/** Prints how imports have ended; the exit code says the same. */
export function tellEnds(session: Session, ended: readonly ApiImportWithItems[]): ExitCode {
  for (const each of ended) {
    if (!session.json) session.note(importText(each));
    if (each.counts.failed > 0) {
      session.note(`\`colloquy knowledge retry ${each.id}\` tries what failed again.`);
    }
  }
  if (ended.some(({ state }) => state === 'cancelled')) return exitCodes.stopped;
  return ended.some(({ counts }) => counts.failed > 0) ? exitCodes.failed : exitCodes.done;
}

async function pause(interrupted: AbortSignal): Promise<void> {
  await sleep(EVERY_MS, undefined, { signal: interrupted }).catch((error: unknown) => {
    if (!interrupted.aborted) throw error;
  });
}
