import type { TeamPlan } from '../plan.ts';
import type { ConversationEvent } from './event.ts';
import { startInner } from './run.ts';
import { withSilentCost } from './said.ts';
import { isFleeting, planAt } from './scope.ts';
import type { ConversationState } from './state.ts';
import { afterInner, participantOf } from './steps.ts';
import { speakerAt, withSpeaker, withStep } from './teams.ts';
import { withCall } from './toolRound.ts';

/** An inner team begins its run: as a turn of the outer one, or behind a tool call. */
export function innerOpened(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'inner_opened' }>,
): ConversationState {
  const { scope: outer, speaker, index, task, nowMs } = event;
  const inner = innerScopeAt(state, event);
  const opened = {
    ...state,
    inner: {
      ...state.inner,
      [inner]: startInner(
        planAt(plan, inner),
        state.inner[inner],
        task,
        nowMs,
        index === null ? 'without_task' : 'with_task',
      ),
    },
  };
  if (index !== null) return withCall(plan, opened, event, () => ({ kind: 'inner', scope: inner }));
  return withStep(opened, outer, speaker, { kind: 'inner', scope: inner });
}

/** What an inner team has said is part of the outer turn where it takes turns in it; a society answers in its place. */
export function innerEnded(
  plan: TeamPlan,
  state: ConversationState,
  event: Extract<ConversationEvent, { kind: 'inner_ended' }>,
): ConversationState {
  const { scope: outer, speaker, index } = event;
  const inner = innerScopeAt(state, event);
  const said = state.inner[inner]?.said ?? [];
  const remaining = isFleeting(inner) ? withoutInner(state, inner) : state;
  if (index !== null) {
    // As in AutoGen all that a tool's team says is part of the turn.
    const heard = withSpeaker(remaining, outer, speaker, (active) => ({
      ...active,
      messages: [...active.messages, ...said],
    }));
    return withCall(plan, heard, event, () => ({ kind: 'close_inner', scope: inner }));
  }
  // What a society's inside has said is no message of the outer team; what it has cost is.
  const isSociety = participantOf(planAt(plan, outer), speaker).kind === 'society';
  const cost = isSociety ? said.reduce((sum, { costMicroUsd = 0 }) => sum + costMicroUsd, 0) : 0;
  const paid = withSilentCost(remaining, outer, cost);
  const { nextSeq } = paid;
  return withSpeaker({ ...paid, nextSeq: nextSeq + 1 }, outer, speaker, (active) => ({
    ...active,
    seq: nextSeq,
    ...afterInner(planAt(plan, outer), active, said),
  }));
}

function innerScopeAt(
  state: ConversationState,
  { scope, speaker, index }: { scope: string; speaker: string; index: number | null },
): string {
  const { step } = speakerAt(state, scope, speaker);
  if (index === null) {
    if (step.kind === 'open_inner' || step.kind === 'inner') return step.scope;
  } else if (step.kind === 'tools') {
    const progress = step.calls.find((call) => call.index === index)?.progress;
    if (progress?.kind === 'open_inner' || progress?.kind === 'inner') return progress.scope;
  }
  throw new Error(`${speaker} has no inner team at work`);
}

function withoutInner(state: ConversationState, scope: string): ConversationState {
  const inner = Object.entries(state.inner).filter(
    ([each]) => each !== scope && !each.startsWith(`${scope}/`),
  );
  return { ...state, inner: Object.fromEntries(inner) };
}
