import { createHash } from 'node:crypto';
import type {
  At,
  ConversationEvent,
  PlannedCall,
  ReplyResult,
} from '../../workflows/domain/conversation/event.ts';
import { planAt } from '../../workflows/domain/conversation/scope.ts';
import type {
  ActiveSpeaker,
  CallStep,
  ConversationState,
} from '../../workflows/domain/conversation/state.ts';
import { teamAt } from '../../workflows/domain/conversation/teams.ts';
import { assertNever } from '../../workflows/domain/json.ts';
import type { MessageFacts, MessageType } from '../../workflows/domain/message.ts';
import { messagesOfManager } from '../../workflows/domain/patterns/askPattern.ts';
import type { ManagerResult, ManagerWork } from '../../workflows/domain/patterns/registry.ts';
import type { TeamPlan } from '../../workflows/domain/plan.ts';
import { decisionsOf, type HumanTask, type Resolution } from '../../workflows/domain/tasks/registry.ts';
import { NOW_MS } from './plans.ts';
import { TOOLS } from './randomPlan.ts';

/** The number that was drawn, and how many were drawn before it. */
export interface Chance {
  choice: number;
  index: number;
}

/** An event that may happen next, with the sequence numbers that it writes. */
export interface Possibility {
  events: ConversationEvent[];
  writes: number[];
}

/** Every text that a random condition or edge may look for. */
const WORDS = ['APPROVE', 'DONE'];
const FAILURE = { type: 'model_not_found', message: 'No such model' };

/** Each event takes one second, so that timeouts expire. */
export function nowMs({ index }: Chance): number {
  return NOW_MS + index * 1_000;
}

/** The possible next steps of a speaker's turn. */
export function stepsOf(
  plan: TeamPlan,
  state: ConversationState,
  scope: string,
  active: ActiveSpeaker,
  chance: Chance,
): Possibility[] {
  const { speaker, seq, step } = active;
  const at = { scope, speaker };
  const seed = { taskId: id('task', chance), nowMs: nowMs(chance) };
  const failed = one({ kind: 'step_failed', ...at, failure: FAILURE, ...seed });
  switch (step.kind) {
    case 'ask':
      return [one({ kind: 'input_wanted', ...at, ...seed })];
    case 'reply':
      return [...repliesOf(plan, active, at, chance), failed];
    case 'manage':
      return [...managedOf(plan, at, seq, step.work, chance), failed];
    case 'results': {
      const messages = [said(speaker, seq, chance, 'ToolCallExecutionEvent')];
      if (step.then === 'summary') messages.push(said(speaker, seq + 1, chance, 'ToolCallSummaryMessage'));
      if (step.then === 'handoff') messages.push(handedOver(plan, at, seq + 1, chance));
      return [
        { events: [{ kind: 'results_recorded', ...at, messages }], writes: messages.map((each) => each.seq) },
        failed,
      ];
    }
    case 'run_code':
      return [...codeRunsOf(plan, at, seq, step.attempt, chance), failed];
    case 'open_inner': {
      const task = tasked(seq, chance);
      return [
        { events: [{ kind: 'inner_opened', ...at, index: null, task, nowMs: nowMs(chance) }], writes: [seq] },
        failed,
      ];
    }
    case 'inner':
      return innerEnd(state, at, null, step.scope);
    case 'tools':
      return step.calls.flatMap((call) => callsOf(state, at, step.calls, call, chance));
    case 'task':
      return resolvedOf(step.task, chance);
    case 'settle':
      return [settledOf(step.task, step.resolution, chance)];
    case 'done':
      return [];
    default:
      return assertNever(step);
  }
}

function callsOf(
  state: ConversationState,
  at: At,
  round: readonly CallStep[],
  { index, progress, lane }: CallStep,
  chance: Chance,
): Possibility[] {
  // Calls in the same lane are made one after another.
  const waits = round.some(
    (other) =>
      lane !== undefined && other.lane === lane && other.index < index && other.progress.kind !== 'done',
  );
  switch (progress.kind) {
    case 'task':
      return resolvedOf(progress.task, chance);
    case 'settle':
      return [settledOf(progress.task, progress.resolution, chance)];
    case 'run':
      if (waits) return [];
      return [
        one({ kind: 'call_done', ...at, index }),
        one({ kind: 'call_unknown', ...at, index, taskId: id('call', chance), nowMs: nowMs(chance) }),
      ];
    case 'open_inner': {
      if (waits) return [];
      const task = tasked(state.nextSeq, chance);
      const opened = { kind: 'inner_opened', ...at, index, task, nowMs: nowMs(chance) } as const;
      return [{ events: [{ kind: 'seq_taken' }, opened], writes: [state.nextSeq] }];
    }
    case 'inner':
      return innerEnd(state, at, index, progress.scope);
    case 'close_inner':
      return [one({ kind: 'call_done', ...at, index })];
    case 'done':
      return [];
    default:
      return assertNever(progress);
  }
}

function innerEnd(state: ConversationState, at: At, index: number | null, inner: string): Possibility[] {
  return teamAt(state, inner).outcome === null ? [] : [one({ kind: 'inner_ended', ...at, index })];
}

function repliesOf(plan: TeamPlan, active: ActiveSpeaker, at: At, chance: Chance): Possibility[] {
  const { step, seq, speaker } = active;
  const seed = { taskId: id('task', chance), nowMs: nowMs(chance), callTaskIds: [] as string[] };
  const participant = planAt(plan, at.scope).participants.find(({ name }) => name === speaker);
  const text: Possibility = {
    events: [
      { kind: 'replied', ...at, result: { messages: [said(speaker, seq, chance)], calls: [] }, ...seed },
    ],
    writes: [seq],
  };
  const isReply = step.kind === 'reply' && (step.purpose ?? 'reply') === 'reply';
  if (participant?.kind === 'code_executor' && isReply) {
    const coded: ReplyResult = { messages: [], calls: [], runsCode: true };
    return [text, { events: [{ kind: 'replied', ...at, result: coded, ...seed }], writes: [seq] }];
  }
  if (participant?.kind !== 'agent' || !isReply) return [text];
  const calls = plannedCalls(plan, at, chance);
  const result = { messages: [said(speaker, seq, chance, 'ToolCallRequestEvent')], calls };
  const callTaskIds = calls.map(({ index }) => id(`call ${String(index)}`, chance));
  return [text, { events: [{ kind: 'replied', ...at, result, ...seed, callTaskIds }], writes: [seq] }, text];
}

/** One to three calls, some of which are invalid, need approval, or hand over. */
function plannedCalls(plan: TeamPlan, at: At, { choice }: Chance): PlannedCall[] {
  const others = planAt(plan, at.scope).participants.map(({ name }) => name);
  return Array.from({ length: 1 + (choice % 3) }, (_, index): PlannedCall => {
    const draw = Math.floor(choice / (index + 3));
    const handoff = draw % 5 === 0 ? (others[draw % others.length] ?? 'user') : null;
    const tool = TOOLS[draw % TOOLS.length] ?? 'pay';
    return {
      index,
      tool,
      ...(tool === TOOLS[0] ? { lane: 0 } : {}),
      settled: handoff !== null || draw % 7 === 0,
      handoff,
      needsApproval: draw % 2 === 0,
      idempotent: draw % 4 === 0,
    };
  });
}

function codeRunsOf(plan: TeamPlan, at: At, seq: number, attempt: number, chance: Chance): Possibility[] {
  const participant = planAt(plan, at.scope).participants.find(({ name }) => name === at.speaker);
  if (participant?.kind !== 'code_executor') return [];
  const run = (messages: MessageFacts[], then: 'done' | 'again' | 'reply'): Possibility => ({
    events: [{ kind: 'code_run', ...at, messages, then }],
    writes: [seq],
  });
  if (!participant.writesCode) return [run([said(at.speaker, seq, chance)], 'done')];
  return [run([], 'reply'), ...(attempt < participant.maxRetriesOnError ? [run([], 'again')] : [])];
}

function managedOf(plan: TeamPlan, at: At, seq: number, work: ManagerWork, chance: Chance): Possibility[] {
  const { pattern, participants, emitTeamEvents } = planAt(plan, at.scope);
  const having = (result: ManagerResult, types: MessageType[]): Possibility => {
    const messages = types.map((type, index) => said(at.speaker, seq + index, chance, type));
    return { events: [{ kind: 'managed', ...at, messages, result }], writes: messages.map((m) => m.seq) };
  };
  const drawn = participants[chance.choice % participants.length]?.name ?? 'p0';
  switch (work.kind) {
    case 'select': {
      const shown = messagesOfManager(pattern, work.kind, emitTeamEvents);
      const events = Array.from({ length: shown }, () => 'SelectorEvent' as const);
      return work.candidates.map((speaker) => having({ kind: 'selected', speaker }, events));
    }
    case 'plan':
    case 'replan':
      return [having({ kind: 'planned' }, ['TextMessage'])];
    case 'progress': {
      const entry = (satisfied: boolean, stalled: boolean) => {
        const silent = satisfied || (stalled && work.lastStall);
        const result = { kind: 'progress', satisfied, stalled, reason: 'So', speaker: drawn } as const;
        return having(result, silent ? [] : ['TextMessage']);
      };
      return [entry(false, false), entry(false, false), entry(false, true), entry(true, false)];
    }
    case 'final_answer':
      return [having({ kind: 'answered' }, ['TextMessage'])];
    default:
      return assertNever(work);
  }
}

function resolvedOf(task: HumanTask, chance: Chance): Possibility[] {
  const byPerson = decisionsOf(task.kind).map((decision): Resolution => ({
    by: 'person',
    decision,
    submissionId: id('answer', chance),
    userId: 'user-1',
  }));
  const resolutions: Resolution[] = [...byPerson, { by: 'deadline', decision: task.onDeadline }];
  return resolutions.map((resolution) => one({ kind: 'task_resolved', taskId: task.id, resolution }));
}

function settledOf(task: HumanTask, resolution: Resolution, chance: Chance): Possibility {
  const isWritten = task.kind === 'give_input' && resolution.decision === 'reply';
  const stands =
    isWritten || (task.kind === 'review_message' && ['approve', 'edit'].includes(resolution.decision));
  const message = stands ? said(task.speaker, task.seq, chance) : null;
  return {
    events: [{ kind: 'task_settled', taskId: task.id, message }],
    writes: isWritten ? [task.seq] : [],
  };
}

/** An inner team's task: as many messages as it may get, all under one sequence number. */
function tasked(seq: number, chance: Chance): MessageFacts[] {
  return Array.from({ length: chance.choice % 3 }, () => said('user', seq, chance));
}

function handedOver(plan: TeamPlan, { scope, speaker }: At, seq: number, chance: Chance): MessageFacts {
  const { participants } = planAt(plan, scope);
  const names = [...participants.map(({ name }) => name), 'user'];
  const target = names[chance.choice % names.length] ?? 'user';
  return { ...said(speaker, seq, chance, 'HandoffMessage'), target };
}

/** What is known about a message that somebody says. */
export function said(
  source: string,
  seq: number,
  { choice, index }: Chance,
  type: MessageType = 'TextMessage',
): MessageFacts {
  const mentions = choice % 7 === 0 ? WORDS.slice(0, 1 + (index % 2)) : [];
  const usage = { promptTokens: choice % 11, completionTokens: index % 5 };
  return { seq, type, source, mentions, ...(choice % 3 === 0 ? { usage, costMicroUsd: choice % 13 } : {}) };
}

export function one(event: ConversationEvent): Possibility {
  return { events: [event], writes: [] };
}

/** The same UUID for the same point of the run, so that a failing case can be reproduced. */
export function id(kind: string, chance: Chance): string {
  const hex = createHash('sha256')
    .update(`${kind} ${String(chance.index)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
