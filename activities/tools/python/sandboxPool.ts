import { ToolUnavailable } from '../toolErrors.ts';
import { SandboxEnded } from './sandboxEnded.ts';
import { type SandboxLimits, SandboxProcess } from './sandboxProcess.ts';
import { sharedSnapshot } from './snapshot.ts';

export interface SandboxPoolOptions extends SandboxLimits {
  /** Interpreters that are kept loaded, each some 200 MB: a call that finds one does not wait for its start (half a second). */
  warm: number;
  /** Sandboxes that are in use at a time; further calls wait for their turn. */
  maxRunning: number;
  /** After so long without a call the warm ones are ended. */
  idleMs: number;
  /** Gives what every interpreter starts from; absent: it is made once in this process. */
  snapshot?: () => Promise<Buffer>;
}

/** Hands out interpreters that no call has used, and ends each after its use: nothing is left over for the next. */
export class SandboxPool {
  readonly #options: SandboxPoolOptions;
  readonly #warm: Promise<SandboxProcess | null>[] = [];
  readonly #inUse = new Set<SandboxProcess>();
  readonly #queue: PromiseWithResolvers<void>[] = [];
  #running = 0;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: SandboxPoolOptions) {
    this.#options = options;
  }

  /** Runs `work` with a fresh interpreter. Rejects with ToolUnavailable when none can be started. */
  async use<Result>(
    signal: AbortSignal,
    work: (sandbox: SandboxProcess) => Promise<Result>,
  ): Promise<Result> {
    await this.#turn(signal);
    try {
      const sandbox = await this.#take();
      this.#inUse.add(sandbox);
      try {
        return await work(sandbox);
      } finally {
        sandbox.kill();
        this.#inUse.delete(sandbox);
      }
    } finally {
      this.#passTurn();
      this.#endWhenIdle();
    }
  }

  /** Ends every process; what still runs is an error at once. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    for (const waiting of this.#queue.splice(0)) waiting.reject(closedError());
    await Promise.all([...this.#inUse].map((sandbox) => sandbox.close()));
    await this.#endWarm();
  }

  /** Waits until one more may run, and counts it. */
  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#refuseWhenClosed();
    if (this.#running < this.#options.maxRunning) {
      this.#running += 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    this.#queue.push(turn);
    const giveUp = () => {
      const at = this.#queue.indexOf(turn);
      if (at < 0) return;
      this.#queue.splice(at, 1);
      turn.reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    await turn.promise.finally(() => signal.removeEventListener('abort', giveUp));
  }

  /** The longest waiting caller takes the free place directly, so that nobody can overtake it. */
  #passTurn(): void {
    const next = this.#queue.shift();
    if (next) next.resolve();
    else this.#running -= 1;
  }

  async #take(): Promise<SandboxProcess> {
    clearTimeout(this.#idle);
    let sandbox = await this.#warm.shift();
    if (!sandbox?.isAlive) sandbox = await this.#start();
    while (this.#warm.length < this.#options.warm && !this.#isClosed) this.#warm.push(this.#prepare());
    if (this.#isClosed) {
      await sandbox.close();
      this.#refuseWhenClosed();
    }
    return sandbox;
  }

  /** One for later: if it can't be started now, the call that would take it tries again, and says so. */
  async #prepare(): Promise<SandboxProcess | null> {
    return await this.#start().catch((error: unknown) => {
      if (error instanceof ToolUnavailable) return null;
      throw error;
    });
  }

  async #start(): Promise<SandboxProcess> {
    try {
      const { snapshot = sharedSnapshot } = this.#options;
      return await SandboxProcess.start(this.#options, await snapshot());
    } catch (error) {
      if (!(error instanceof SandboxEnded)) throw error;
      throw new ToolUnavailable('unreachable', `The Python sandbox can't be started: ${error.message}`, {
        cause: error,
      });
    }
  }

  #endWhenIdle(): void {
    if (this.#isClosed || this.#running > 0) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#endWarm(), this.#options.idleMs);
    this.#idle.unref();
  }

  async #endWarm(): Promise<void> {
    const warm = this.#warm.splice(0);
    await Promise.all(warm.map(async (sandbox) => await (await sandbox)?.close()));
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw closedError();
  }
}

function closedError(): ToolUnavailable {
  return new ToolUnavailable('closed', 'The toolbox is closed');
}
