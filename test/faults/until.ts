import { setTimeout as delay } from 'node:timers/promises';

/** Longer than any step of a fault test takes. */
const PATIENCE_MS = 400_000;

/** Waits until something is so. Rejects, and says what did not come about, where it takes longer. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadlineMs = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error(`Waited in vain until ${what}.`);
    await delay(250);
  }
}
