import { REPLAY_LIMITS, type ReplayLimits } from './limits.ts';
import { createReplayProcess, type ReplayProcess } from './replayProcess.ts';

/** As many replays as may run or wait are under way. */
export class ReplayBusyError extends Error {
  override readonly name = 'ReplayBusyError';

  constructor() {
    super('This server is already replaying as many histories as it can.');
  }
}

/** By its name: the web server and its bundled routes each have a copy of the class. */
export function isReplayBusy(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplayBusyError';
}

/** Lends out processes that replay. */
export interface Replayer {
  readonly limits: ReplayLimits;
  /** Gives `work` a process of its own, once one may be started. Throws ReplayBusyError. */
  withProcess: <Result>(work: (process: ReplayProcess) => Promise<Result>) => Promise<Result>;
}

export interface ReplayerOptions {
  limits?: ReplayLimits;
  /** Each takes up to a processor and some hundred MiB. */
  mostAtOnce?: number;
  mostWaiting?: number;
}

/** `stopping` ends all of them. */
export function createReplayer(
  stopping: AbortSignal,
  { limits = REPLAY_LIMITS, mostAtOnce = 1, mostWaiting = 4 }: ReplayerOptions = {},
): Replayer {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = async () => {
    if (running < mostAtOnce) {
      running += 1;
      return;
    }
    if (waiting.length >= mostWaiting) throw new ReplayBusyError();
    // Whoever ends gives its place on.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const passTurn = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    limits,
    withProcess: async (work) => {
      await turn();
      const process = createReplayProcess(stopping, limits);
      try {
        return await work(process);
      } finally {
        process.close();
        passTurn();
      }
    },
  };
}
