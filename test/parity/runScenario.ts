import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { answerTo, type ApiClient, RefusedError } from '../../cli/apiClient.ts';
import type { components } from '../../cli/generated/api.ts';
import type { ApiConversation } from '../../workflows/contracts/api/conversations.ts';
import type { ApiTask } from '../../workflows/contracts/api/tasks.ts';
import { isOver } from '../../workflows/domain/recordStates.ts';
import type { PersonDecision } from '../../workflows/domain/tasks/registry.ts';
import type { AutogenMessage } from '../../workflows/domain/transcript/autogenMessages.ts';
import { type RunStep, type Scenario, teamOf } from './scenario.ts';

type Task = components['schemas']['StartConversation']['task'];

interface ErrorLine {
  type: string;
  first_line: string;
}

export interface RunResult {
  task: unknown;
  messages: AutogenMessage[];
  stop_reason: string | null;
  error?: ErrorLine;
}

/** The result of a scenario, without what the stand-in counted. */
export interface ScenarioResult {
  load_error: ErrorLine | null;
  runs: RunResult[];
}

export interface RunScenarioOptions {
  api: ApiClient;
  /** The address of this scenario's models. */
  baseUrl: string;
  /** The address at which the stand-in reports the requests it got. */
  callsUrl: string;
  placeholders: Record<string, string>;
  replaceWorker: () => Promise<void>;
}

const POLL_MS = 25;
const RUN_TIMEOUT_MS = 120_000;
const MANAGERS: ReadonlySet<string> = new Set(['SelectorGroupChatManager', 'MagenticOneOrchestrator']);

/** Imports a scenario's team and takes its steps, using only the API. */
export async function runScenario(scenario: Scenario, options: RunScenarioOptions): Promise<ScenarioResult> {
  const { api } = options;
  const team = await importTeam(scenario, options);
  if ('loadError' in team) return { load_error: team.loadError, runs: [] };
  const runs: RunResult[] = [];
  let conversationId: string | null = null;
  for (const step of scenario.steps) {
    switch (step.op) {
      case 'run': {
        const run = await new Run(api, step, options.callsUrl).take(team.id, conversationId);
        conversationId = run.conversationId;
        runs.push(run.result);
        break;
      }
      case 'reset':
        conversationId = null;
        break;
      case 'save_and_reload':
        await options.replaceWorker();
        break;
    }
  }
  return { load_error: null, runs };
}

async function importTeam(
  scenario: Scenario,
  { api, ...where }: RunScenarioOptions,
): Promise<{ id: string } | { loadError: ErrorLine }> {
  try {
    const definition = teamOf(scenario, where);
    const { teams } = await answerTo(api.POST('/teams', { body: { definition } }));
    return { id: teams[0]?.team.id ?? '' };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const [first] = error.problem.problems ?? [];
    const line = first === undefined ? error.problem.title : `${first.path}: ${first.message}`;
    return { loadError: { type: kindOf(error), first_line: line } };
  }
}

/** One run of a conversation, from its task to its end. */
class Run {
  readonly #api: ApiClient;
  readonly #step: RunStep;
  /** The address at which the stand-in reports the requests to its models. */
  readonly #callsUrl: string;
  readonly #inputs: string[];
  readonly #answered = new Set<string>();
  #error: ErrorLine | null = null;
  /** A manager failed before anybody had spoken: AutoGen shows nothing of such a run, not even its task. */
  #failedAtStart = false;
  #stopAt: number | null = null;
  #stopped = false;

  constructor(api: ApiClient, step: RunStep, callsUrl: string) {
    this.#api = api;
    this.#step = step;
    this.#callsUrl = callsUrl;
    this.#inputs = [...step.user_inputs];
  }

  async take(
    teamId: string,
    conversationId: string | null,
  ): Promise<{ conversationId: string | null; result: RunResult }> {
    const { task } = this.#step;
    const started = await this.#start(teamId, conversationId);
    if (started === null) {
      return { conversationId, result: this.#result([], null) };
    }
    const ended = await this.#untilOver(started);
    const messages = await this.#messages(started);
    const reason = ended.stopReason;
    if (ended.state === 'failed') {
      this.#error ??= { type: 'failed', first_line: reason ?? '' };
    }
    const shown = this.#failedAtStart ? [] : messages;
    const result = { ...this.#result(shown, this.#error === null ? reason : null), task };
    return { conversationId: started.conversationId, result };
  }

  #result(messages: AutogenMessage[], stopReason: string | null): RunResult {
    const error = this.#error === null ? {} : { error: this.#error };
    return { task: this.#step.task, messages, stop_reason: stopReason, ...error };
  }

  async #start(teamId: string, conversationId: string | null) {
    const { task } = this.#step;
    try {
      return conversationId === null
        ? await answerTo(this.#api.POST('/conversations', { body: { teamId, task: task as Task } }))
        : await answerTo(
            this.#api.POST('/conversations/{conversationId}/runs', {
              params: { path: { conversationId } },
              body: { task: task as Task },
            }),
          );
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.#error = { type: kindOf(error), first_line: error.problem.detail };
      return null;
    }
  }

  async #untilOver(started: { conversationId: string; run: number }): Promise<ApiConversation> {
    const params = { path: { conversationId: started.conversationId } };
    const deadlineMs = Date.now() + RUN_TIMEOUT_MS;
    for (;;) {
      const conversation = await answerTo(this.#api.GET('/conversations/{conversationId}', { params }));
      if (isOver(conversation.state)) return conversation;
      if (Date.now() > deadlineMs) throw new Error(`${conversation.id} is still ${conversation.state}`);
      if (['waiting', 'parked'].includes(conversation.state)) await this.#answerTasks(started);
      await this.#stopFromOutside(started);
      await sleep(POLL_MS);
    }
  }

  async #noteStart(started: { conversationId: string; run: number }, { speaker }: ApiTask): Promise<void> {
    if (!MANAGERS.has(speaker)) return;
    const messages = await this.#messages(started);
    const given = this.#step.task;
    const ofTask = given === null ? 0 : Array.isArray(given) ? given.length : 1;
    this.#failedAtStart = messages.length <= ofTask;
  }

  async #answerTasks(started: { conversationId: string; run: number }): Promise<void> {
    const { conversationId } = started;
    const { tasks } = await answerTo(this.#api.GET('/tasks', { params: { query: { conversationId } } }));
    for (const task of tasks.filter(({ id }) => !this.#answered.has(id))) {
      this.#answered.add(task.id);
      const answer = this.#answerTo(task);
      if (task.kind === 'resolve_error') await this.#noteStart(started, task);
      if (answer === null) {
        const params = { path: { conversationId } };
        await answerTo(this.#api.POST('/conversations/{conversationId}/cancel', { params }));
      } else {
        const params = { path: { taskId: task.id } };
        await answerTo(this.#api.POST('/tasks/{taskId}/answer', { params, body: answer }));
      }
    }
  }

  #answerTo({ kind, failure }: ApiTask): { decision: PersonDecision; text?: string } | null {
    switch (kind) {
      case 'give_input': {
        const text = this.#inputs.shift();
        if (text !== undefined) return { decision: 'reply', text };
        this.#error ??= { type: 'no_input', first_line: 'The scenario has no further input' };
        return null;
      }
      case 'resolve_error':
        this.#error ??= {
          type: failure?.type ?? 'unknown',
          first_line: failure?.message.split('\n', 1)[0] ?? '',
        };
        return { decision: 'stop' };
      case 'approve_tool_call':
      case 'review_message':
        return { decision: 'approve' };
      case 'wait':
        return null;
    }
  }

  async #stopFromOutside(started: { conversationId: string; run: number }): Promise<void> {
    const { external_stop: stop } = this.#step;
    if (stop === undefined || this.#stopped) return;
    if (this.#stopAt === null) {
      const messages = await this.#messages(started);
      if (messages.length >= stop.after_messages && (await this.#isModelAsked())) {
        this.#stopAt = Date.now() + stop.delay_ms;
      }
    }
    if (this.#stopAt === null || Date.now() < this.#stopAt) return;
    this.#stopped = true;
    const params = { path: { conversationId: started.conversationId } };
    await answerTo(this.#api.POST('/conversations/{conversationId}/external', { params }));
  }

  /**
   * In AutoGen the next model call has started by the time a message is shown. Here the message is shown first; the
   * scenario refers to a time within the call.
   */
  async #isModelAsked(): Promise<boolean> {
    const response = await fetch(this.#callsUrl);
    const calls = z.array(z.looseObject({ ms: z.number().optional() })).parse(await response.json());
    return calls.some(({ ms }) => ms === undefined);
  }

  async #messages({ conversationId, run }: { conversationId: string; run: number }) {
    const messages: AutogenMessage[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = { format: 'autogen' as const, run, ...(after === '' ? {} : { after }) };
      const page: { messages: unknown[]; next: string | null } = await answerTo(
        this.#api.GET('/conversations/{conversationId}/messages', {
          params: { path: { conversationId }, query },
        }),
      );
      messages.push(...(page.messages as AutogenMessage[]));
      after = page.next;
    }
    return messages;
  }
}

function kindOf({ problem }: RefusedError): string {
  return problem.type.slice(problem.type.lastIndexOf(':') + 1);
}

/** A new id for a run of a scenario, by which the stand-in separates its counts. */
export function newRunId(): string {
  return randomUUID().slice(0, 8);
}
