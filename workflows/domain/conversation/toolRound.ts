import type { TeamPlan } from '../plan.ts';
import {
  openApproval,
  TOOL_APPROVAL_DEADLINE_SECONDS,
  type ToolApprovalReason,
} from '../tasks/kinds/approveToolCall.ts';
import type { HumanTask } from '../tasks/registry.ts';
import type { At, ConversationEvent, TaskSeed } from './event.ts';
import { planAt, toolScope } from './scope.ts';
import type { AfterResults, CallStep, ConversationState } from './state.ts';
import { participantOf, quorumOf, taskBase } from './steps.ts';
import { speakerAt, teamAt, withSpeaker } from './teams.ts';

/** Advances a call of a speaker's round; after the last one, the results are to be stored. */
export function withCall(
  plan: TeamPlan,
  state: ConversationState,
  at: At & { index: number | null },
  change: (call: CallStep) => CallStep['progress'],
): ConversationState {
  const { step } = speakerAt(state, at.scope, at.speaker);
  if (step.kind !== 'tools') throw new Error(`${at.speaker} has called no tools`);
  const calls = step.calls.map((call) =>
    call.index === at.index ? { ...call, progress: change(call) } : call,
  );
  const after = withSpeaker(state, at.scope, at.speaker, (active) => ({
    ...active,
    step: { ...step, calls },
  }));
  return withRoundDone(plan, after, at);
}

/** A call of a speaker's round. */
export function callAt(state: ConversationState, { scope, speaker }: At, index: number): CallStep {
  const { step } = speakerAt(state, scope, speaker);
  const call = step.kind === 'tools' ? step.calls.find((each) => each.index === index) : undefined;
  if (call === undefined) throw new Error(`${speaker} has no call ${String(index)} in this round`);
  return call;
}

/** The outcome of the call is unknown: a person decides whether to repeat it. */
export function unknownOutcome(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'call_unknown' }>,
): ConversationState {
  const { step } = speakerAt(state, event.scope, event.speaker);
  const seq = step.kind === 'tools' ? step.requestSeq : 0;
  return withCall(plan, state, event, (call) => ({
    kind: 'task',
    repeat: true,
    task: approvalTask(state, event, { ...call, seq }, 'outcome_unknown'),
  }));
}

/** After the results: another request to the model, or the message that they are. */
export function afterResults(
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'results_recorded' }>,
): ConversationState {
  const { scope, speaker, messages } = event;
  const active = speakerAt(state, scope, speaker);
  if (active.step.kind !== 'results') throw new Error(`${speaker} has no results to write down`);
  const { then, iteration } = active.step;
  const said = { ...active, messages: [...active.messages, ...messages] };
  switch (then) {
    case 'summary':
    case 'handoff':
      return withSpeaker(state, scope, speaker, () => ({ ...said, step: { kind: 'done' } }));
    case 'reply':
    case 'reflection':
      return withSpeaker({ ...state, nextSeq: state.nextSeq + 1 }, scope, speaker, () => ({
        ...said,
        seq: state.nextSeq,
        step: { kind: 'reply', iteration: iteration + 1, purpose: then },
      }));
  }
}

/** How an approved call continues: by its activity, or by the team behind it. */
export function allowed(
  plan: TeamPlan,
  { scope, speaker }: At,
  call: { index: number; tool: string; seq: number },
  mayRepeat: boolean,
): CallStep['progress'] {
  const participant = participantOf(plan, speaker);
  const isTeam = participant.kind === 'agent' && Object.hasOwn(participant.teams, call.tool);
  if (!isTeam) return { kind: 'run', mayRepeat };
  return { kind: 'open_inner', scope: toolScope(scope, speaker, call.tool) };
}

/** How a person's approval of a tool for the rest of the run is remembered. */
export function approvalKey(speaker: string, tool: string): string {
  return `${speaker}.${tool}`;
}

/** The task that asks a person whether a call may be made. */
export function approvalTask(
  state: ConversationState,
  event: TaskSeed & At,
  { index, tool, seq, quorum }: { index: number; tool: string; seq: number; quorum?: number },
  reason: ToolApprovalReason,
): HumanTask {
  const { scope, speaker } = event;
  const { turn } = teamAt(state, scope);
  const base = taskBase({ speaker, seq }, turn, event, TOOL_APPROVAL_DEADLINE_SECONDS);
  return openApproval({ ...base, ...quorumOf({ quorum }) }, { index, tool, reason });
}

/** Once all calls of a round are done, their results are to be written down. */
export function withRoundDone(
  plan: TeamPlan,
  state: ConversationState,
  { scope, speaker }: At,
): ConversationState {
  const { step } = speakerAt(state, scope, speaker);
  if (step.kind !== 'tools' || step.calls.some(({ progress }) => progress.kind !== 'done')) return state;
  const { iteration, requestSeq } = step;
  const then = afterRound(planAt(plan, scope), speaker, step);
  // The results are an event; where they end the turn, its message comes right behind.
  const nextSeq = state.nextSeq + (then === 'handoff' || then === 'summary' ? 2 : 1);
  return withSpeaker({ ...state, nextSeq }, scope, speaker, (active) => ({
    ...active,
    seq: state.nextSeq,
    step: { kind: 'results', iteration, requestSeq, then },
  }));
}

/** AutoGen's order: a handoff ends the turn; else tools may be called again; else their results are the message, or put into words. */
function afterRound(
  plan: TeamPlan,
  speaker: string,
  round: { iteration: number; handsOff: boolean },
): AfterResults {
  const participant = participantOf(plan, speaker);
  if (round.handsOff) return 'handoff';
  if (participant.kind !== 'agent') return 'summary';
  if (round.iteration + 1 < participant.maxToolIterations) return 'reply';
  return participant.reflectOnToolUse ? 'reflection' : 'summary';
}
