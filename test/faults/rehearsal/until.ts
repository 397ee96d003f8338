import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 400_000;

/** Rejects, and says what did not come about, where it takes longer than any of a rehearsal's steps may. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error(`Waited in vain until ${what}.`);
    await delay(250);
  }
}
