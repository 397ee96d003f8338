import { Context } from '@temporalio/activity';

/** A live heartbeat lets a cancel arrive and a dead worker be known. */
const HEARTBEAT_INTERVAL_MS = 1_000;

/** Does something long with a heartbeat. */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const heartbeat = setInterval(() => {
    Context.current().heartbeat();
  }, HEARTBEAT_INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}
