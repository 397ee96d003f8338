import type { TeamPlan } from '../plan.ts';
import { openReview } from '../tasks/kinds/reviewMessage.ts';
import { openWait } from '../tasks/kinds/wait.ts';
import type { ConversationEvent, PlannedCall } from './event.ts';
import { withSilentCost } from './said.ts';
import { planAt } from './scope.ts';
import type { ActiveSpeaker, CallStep, ConversationState, SpeakerStep } from './state.ts';
import { participantOf, quorumOf, taskBase } from './steps.ts';
import { speakerAt, teamAt, withSpeaker } from './teams.ts';
import { allowed, approvalKey, approvalTask, withRoundDone } from './toolRound.ts';

/** A model's answer is stored: it is the agent's message, or it calls tools, or it contains code to run. */
export function afterReply(
  plan: TeamPlan,
  before: ConversationState,
  event: Extract<ConversationEvent, { kind: 'replied' }>,
): ConversationState {
  const { scope, speaker, result } = event;
  const state = withSilentCost(before, scope, result.silentCostMicroUsd ?? 0);
  const teamPlan = planAt(plan, scope);
  const active = speakerAt(state, scope, speaker);
  const replied: ActiveSpeaker = { ...active, messages: [...active.messages, ...result.messages] };
  const change = (step: SpeakerStep, seq = active.seq) =>
    withSpeaker(state, scope, speaker, () => ({ ...replied, seq, step }));
  if (result.calls.length > 0) {
    const calls = result.calls.map((call) => firstProgress(teamPlan, state, event, call));
    const round = {
      iteration: iterationOf(active),
      requestSeq: active.seq,
      handsOff: handsOff(result.calls),
    };
    return withRoundDone(plan, change({ kind: 'tools', ...round, calls }), event);
  }
  const participant = participantOf(teamPlan, speaker);
  if (result.runsCode === true) {
    const attempt = iterationOf(active);
    const after = change({ kind: 'run_code', attempt }, state.nextSeq);
    return { ...after, nextSeq: state.nextSeq + 1 };
  }
  const review = participant.kind === 'agent' ? participant.review : null;
  const draft = result.messages.at(-1);
  if (review === null || draft === undefined) return change({ kind: 'done' });
  const turn = teamAt(state, scope).turn;
  return change({
    kind: 'task',
    task: openReview(
      { ...taskBase(active, turn, event, review.deadlineSeconds), ...quorumOf(review) },
      review,
      draft,
    ),
  });
}

function firstProgress(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'replied' }>,
  call: PlannedCall,
): CallStep {
  const { index, tool, wait } = call;
  const { seq } = speakerAt(state, event.scope, event.speaker);
  const placed = { index, tool, seq, ...quorumOf(call) };
  const progress = (): CallStep['progress'] => {
    if (call.settled) return { kind: 'done' };
    const seed = { ...event, taskId: event.callTaskIds[index] ?? event.taskId };
    if (wait !== undefined) {
      const { turn } = teamAt(state, event.scope);
      const base = taskBase({ speaker: event.speaker, seq }, turn, seed, 0);
      return { kind: 'task', repeat: false, task: openWait(base, { index, tool, wait }) };
    }
    if (!call.needsApproval || state.approvedTools.includes(approvalKey(event.speaker, tool))) {
      return allowed(plan, event, placed, call.idempotent);
    }
    return { kind: 'task', repeat: false, task: approvalTask(state, seed, placed, 'policy') };
  };
  const { lane, idempotent } = call;
  const rest = { ...(lane === undefined ? {} : { lane }), ...quorumOf(call) };
  return { index, tool, idempotent, ...rest, progress: progress() };
}

function handsOff(calls: readonly PlannedCall[]): boolean {
  return calls.some(({ handoff }) => handoff !== null);
}

function iterationOf({ step }: ActiveSpeaker): number {
  return step.kind === 'reply' ? (step.iteration ?? 0) : 0;
}
