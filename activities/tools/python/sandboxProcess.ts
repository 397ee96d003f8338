import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { HttpBridge } from './httpBridge.ts';
import type { SandboxAnswer, SandboxRequest } from './sandbox/protocol.ts';
import { type SandboxChild, startSandboxChild, wireOf } from './sandboxChild.ts';
import { type SandboxEnd, SandboxEnded } from './sandboxEnded.ts';
import { serveHttp } from './serveHttp.ts';

export interface SandboxLimits {
  /** Limit of Python's memory in bytes. The process needs some 200 MB more. */
  memoryBytes: number;
  /** Seconds of processor time in all; also ends a sandbox whose worker died while its code ran. */
  cpuSeconds: number;
  /** Packages that code may import besides the standard library, and its access to the web; absent: neither. */
  outside?: { packagesFolder: string; http: HttpBridge } | undefined;
}

interface AskOptions {
  timeoutMs: number;
  /** Bytes that the answer's line may have. */
  maxAnswerBytes: number;
  signal?: AbortSignal;
}

const MIB = 1024 * 1024;
/** Memory of the process besides Python's: Node, Pyodide's machine code, and JavaScript's own objects. */
const PROCESS_BYTES = 512 * MIB;
const MEMORY_CHECK_MS = 100;
const START_TIMEOUT_MS = 60_000;
const STDERR_BYTES = 8 * 1024;

/** One process with one Python interpreter, for one call. Its owner kills it. */
export class SandboxProcess {
  readonly #child: SandboxChild;
  readonly #limits: SandboxLimits;
  readonly #life = new AbortController();
  #received = '';
  #diagnosis = '';
  #isReady = false;
  #ended: SandboxEnded | null = null;
  #waiting: { maxBytes: number; settle: (outcome: SandboxAnswer | SandboxEnded) => void } | null = null;

  private constructor(limits: SandboxLimits, snapshot: Buffer) {
    this.#limits = limits;
    this.#child = startSandboxChild(limits.cpuSeconds, {
      memoryBytes: limits.memoryBytes,
      snapshotBytes: snapshot.length,
      packagesFolder: limits.outside?.packagesFolder,
    });
    if (limits.outside) this.#serveRequests(limits.outside.http);
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#diagnosis = (this.#diagnosis + text).slice(-STDERR_BYTES);
    });
    // Writing to a process that has just ended; its end is what counts.
    this.#child.stdin.on('error', () => this.kill());
    this.#child.on('error', (error) => this.#end('exited', `The sandbox can't be started: ${error.message}`));
    this.#child.on('close', (code, signal) => this.#closed(code, signal));
  }

  /** A process that can be asked; `snapshot` is what `makeSnapshot` gave. Rejects with SandboxEnded. */
  static async start(limits: SandboxLimits, snapshot: Buffer): Promise<SandboxProcess> {
    const sandbox = new SandboxProcess(limits, snapshot);
    sandbox.#child.stdin.write(snapshot);
    await sandbox.#next({ timeoutMs: START_TIMEOUT_MS, maxAnswerBytes: STDERR_BYTES });
    sandbox.#isReady = true;
    return sandbox;
  }

  get isAlive(): boolean {
    return this.#ended === null;
  }

  /** Rejects with SandboxEnded, or with the signal's reason; either way the process is gone. */
  async ask(request: SandboxRequest, options: AskOptions): Promise<SandboxAnswer> {
    // Before anything waits for an answer: what can't be written rejects here, and nowhere else.
    const line = `${JSON.stringify(request)}\n`;
    const answer = this.#next(options);
    this.#child.stdin.write(line);
    return await answer;
  }

  kill(): void {
    this.#end('exited', 'The sandbox was ended');
  }

  /** Ends the process and waits until it is gone. */
  async close(): Promise<void> {
    const isGone =
      this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
    const gone = isGone ? null : once(this.#child, 'exit');
    this.kill();
    await gone;
  }

  async #next({ timeoutMs, maxAnswerBytes, signal }: AskOptions): Promise<SandboxAnswer> {
    signal?.throwIfAborted();
    const outcome = Promise.withResolvers<SandboxAnswer | SandboxEnded>();
    this.#waiting = { maxBytes: maxAnswerBytes, settle: outcome.resolve };
    if (this.#ended) outcome.resolve(this.#ended);
    const timer = setTimeout(
      () => this.#end('time_limit', `It took longer than ${timeoutMs / 1000} s`),
      timeoutMs,
    );
    const watch = setInterval(() => void this.#watchMemory(), MEMORY_CHECK_MS);
    const abort = () => this.kill();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const answer = await outcome.promise;
      signal?.throwIfAborted();
      if (answer instanceof SandboxEnded) throw answer;
      return answer;
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', abort);
      this.#waiting = null;
    }
  }

  #serveRequests(http: HttpBridge): void {
    const wire = wireOf(this.#child);
    if (wire === null) return;
    serveHttp(wire, http, {
      signal: this.#life.signal,
      onTooLarge: () => this.#end('answer_too_large', 'It sent an HTTP request that is too large'),
      onError: () => this.kill(),
    });
  }

  #receive(text: string): void {
    this.#received += text;
    if (this.#received.length > (this.#waiting?.maxBytes ?? 0)) {
      this.#end('answer_too_large', `It wrote more than ${String(this.#waiting?.maxBytes ?? 0)} bytes`);
      return;
    }
    const end = this.#received.indexOf('\n');
    if (end < 0) return;
    const line = this.#received.slice(0, end);
    this.#received = this.#received.slice(end + 1);
    const answer = parseAnswer(line);
    if (answer) this.#waiting?.settle(answer);
    else this.#end('exited', 'The sandbox broke');
  }

  /** Only Linux reports this; elsewhere only the limits of Python's memory and of JavaScript's heap apply. */
  async #watchMemory(): Promise<void> {
    if (process.platform !== 'linux' || !this.isAlive) return;
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '');
    const residentKib = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
    if (residentKib * 1024 > this.#limits.memoryBytes + PROCESS_BYTES) {
      this.#endOutOfMemory();
    }
  }

  #endOutOfMemory(): void {
    const mib = Math.round(this.#limits.memoryBytes / MIB);
    const all = mib + PROCESS_BYTES / MIB;
    this.#end(
      'memory_limit',
      `It ran out of memory: the limit is ${String(mib)} MiB for Python and ${String(all)} MiB for its process in total`,
    );
  }

  #closed(code: number | null, signal: NodeJS.Signals | null): void {
    if (/heap out of memory|Array buffer allocation failed/i.test(this.#diagnosis)) {
      this.#endOutOfMemory();
    } else {
      const how = signal ? this.#signalInWords(signal) : `with exit code ${code}`;
      // What was said on the way is for who runs the worker, and only tells something as long as no code has run.
      const why = this.#isReady ? '' : `: ${this.#diagnosis.trim()}`;
      this.#end('exited', `The sandbox ended ${how}${why}`);
    }
  }

  #signalInWords(signal: NodeJS.Signals): string {
    if (signal !== 'SIGKILL' && signal !== 'SIGXCPU') return `by ${signal}`;
    return `by ${signal}, as at the end of its ${String(this.#limits.cpuSeconds)} s of processor time or of the machine's memory`;
  }

  #end(end: SandboxEnd, message: string): void {
    this.#ended ??= new SandboxEnded(end, message);
    this.#child.kill('SIGKILL');
    this.#life.abort(this.#ended);
    this.#waiting?.settle(this.#ended);
  }
}

/** What the process says is not trusted to be an answer. */
function parseAnswer(line: string): SandboxAnswer | null {
  try {
    const answer = JSON.parse(line) as Partial<SandboxAnswer> | null;
    const isKnown = answer?.kind === 'ready' || answer?.kind === 'done' || answer?.kind === 'broken';
    return isKnown ? (answer as SandboxAnswer) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
