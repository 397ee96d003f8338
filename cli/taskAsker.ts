import { createInterface, type Interface } from 'node:readline/promises';
import type { ApiTask } from '../workflows/contracts/api/tasks.ts';
import { type PersonDecision, textOf } from '../workflows/domain/tasks/registry.ts';
import { answerTo, RefusedError } from './apiClient.ts';
import { answeredText } from './commands/answer.ts';
import { plainText } from './plainText.ts';
import type { Session } from './session.ts';
import { questionOf } from './tasks/registry.ts';

/** Asks the person at the terminal about open tasks, one after another. */
export class TaskAsker {
  readonly #session: Session;
  readonly #lines: Interface;
  readonly #seen = new Set<string>();
  readonly #under = new Map<string, AbortController>();
  #queue: Promise<void> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
    this.#lines = createInterface({ input: process.stdin, output: process.stderr });
  }

  ask(task: ApiTask): void {
    if (this.#seen.has(task.id)) return;
    this.#seen.add(task.id);
    const withdrawn = new AbortController();
    this.#under.set(task.id, withdrawn);
    this.#queue = this.#queue
      .then(() => this.#askNow(task, withdrawn.signal))
      .catch((error: unknown) => {
        if (withdrawn.signal.aborted) return;
        this.#session.note(error instanceof Error ? error.message : String(error));
      });
  }

  /** Somebody else has answered the task, or it was withdrawn. */
  withdraw(taskId: string): void {
    this.#under.get(taskId)?.abort();
  }

  close(): void {
    for (const withdrawn of this.#under.values()) withdrawn.abort();
    this.#lines.close();
  }

  async #askNow(task: ApiTask, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#session.note(plainText(questionOf(task)));
      const decision = await this.#decision(task, signal);
      const takesText = textOf(task.kind, decision) !== 'none';
      const text = takesText ? await this.#lines.question('> ', { signal }) : '';
      try {
        const answered = await answerTo(
          this.#session.api.POST('/tasks/{taskId}/answer', {
            params: { path: { taskId: task.id } },
            // One of the decisions that the server offered.
            body: { decision: decision as PersonDecision, text },
          }),
        );
        if (answered.outcome === 'recorded') this.#session.note(answeredText(answered));
        return;
      } catch (error) {
        if (!(error instanceof RefusedError) || error.problem.status !== 422) throw error;
        this.#session.note(plainText(error.message));
      }
    }
  }

  async #decision({ decisions }: ApiTask, signal: AbortSignal): Promise<string> {
    const [only, ...others] = decisions;
    if (only !== undefined && others.length === 0) return only;
    for (;;) {
      const entered = (await this.#lines.question(`${decisions.join(' | ')}? `, { signal })).trim();
      if (decisions.includes(entered)) return entered;
    }
  }
}
