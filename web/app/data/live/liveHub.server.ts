import { services } from '../../services.server.ts';
import { countNewer } from '../conversations/countNewer.server.ts';
import { lookAtWatched } from '../conversations/lookAtWatched.server.ts';
import { readChanges } from '../conversations/readChanges.server.ts';
import { readPendingWork } from '../runs/readPendingWork.server.ts';
import { createHub, type LiveHub } from './hub.server.ts';

const PENDING_WORK_TIMEOUT_MS = 2_000;
const KEY = Symbol.for('colloquy.web.liveHub');

/**
 * The hub of this process. It is on globalThis for the same reason as services(). Closed when the process stops.
 */
export function liveHub(): LiveHub {
  const holder = globalThis as { [KEY]?: LiveHub };
  holder[KEY] ??= compose();
  return holder[KEY];
}

function compose(): LiveHub {
  const { database, temporal, logger, stopping } = services();
  const hub = createHub({
    logger,
    reads: {
      look: (watched) => lookAtWatched(database, watched),
      changes: (seen) => readChanges(database, seen),
      countNewer: (pages) => countNewer(database, pages),
      pendingWork: (ref) => readPendingWork(temporal, ref, PENDING_WORK_TIMEOUT_MS),
    },
  });
  stopping.addEventListener('abort', () => void hub.close());
  return hub;
}
