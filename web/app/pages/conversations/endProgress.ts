import { isOfItsOwn } from '../../../../workflows/domain/conversation/scope.ts';
import type { MessageFacts } from '../../../../workflows/domain/message.ts';
import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import type { TerminationState } from '../../../../workflows/domain/terminations/condition.ts';
import { initialTermination, observeTermination } from '../../../../workflows/domain/terminations/observe.ts';
import { type ConditionProgress, progressOf } from '../../../../workflows/domain/terminations/progress.ts';
import type { MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import { factsOf } from '../../../../workflows/domain/transcript/factsOf.ts';
import type { FactsView } from '../../data/conversations/control.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../data/conversations/teamView.ts';
import type { MessageView } from '../../data/messages/messageView.ts';

/** How near the end of the run is. */
export interface EndProgress {
  /** Null if no condition ends a run. */
  condition: ConditionProgress | null;
  turns: { taken: number; limit: number | null };
  /**
   * end: as at the end of the run. counted: as of the condition's last check. estimated: including newer messages,
   * which the condition will check when the turn is over.
   */
  basis: 'end' | 'counted' | 'estimated';
}

/** How near each condition is, computed from the last stored state and the messages since. */
export function endProgress(state: ConversationPageState, plan: TeamPlanView, nowMs: number): EndProgress {
  const { control } = state;
  const over = isAtRest(state.conversation);
  const isEnd = over && control?.isEnd === true;
  const since = isEnd ? [] : saidSince(state, plan);
  const turns = { taken: control?.turnsTaken ?? 0, limit: plan.maxTurns };
  const basis = isEnd ? 'end' : since.length > 0 ? 'estimated' : 'counted';
  if (plan.termination === null) return { condition: null, turns, basis };
  const before: TerminationState = control?.termination ?? initialTermination(plan.termination);
  const now =
    since.length === 0
      ? before
      : observeTermination(plan.termination, before, {
          messages: since,
          stopRequested: false,
          nowMs,
          silentCostMicroUsd: control?.silentCostMicroUsd ?? 0,
        });
  const endedAtMs = state.conversation.endedAt === null ? nowMs : Date.parse(state.conversation.endedAt);
  return { condition: progressOf(plan.termination, now, over ? endedAtMs : nowMs), turns, basis };
}

/** The messages that the condition has not checked yet. */
function saidSince(state: ConversationPageState, plan: TeamPlanView): MessageFacts[] {
  const { control, conversation, calls, messages } = state;
  const known = (control?.unchecked ?? []).map(asFacts);
  const knownSeqs = new Set(known.map(({ seq }) => seq));
  const speakers = new Set((control?.active ?? []).map(({ speaker }) => speaker));
  // A post from before the turn has this turn's number too, but was already checked.
  const isLater = ({ turn, seq, source }: MessageView) =>
    control === null ||
    turn > control.turn ||
    (turn === control.turn && (seq >= control.nextSeq || speakers.has(source)));
  const costs = new Map(calls.map(({ id, costMicroUsd }) => [id, costMicroUsd]));
  const later = messages.filter(
    (message) =>
      message.run === conversation.run &&
      isLater(message) &&
      message.status === 'final' &&
      message.source !== plan.manager &&
      !knownSeqs.has(message.seq) &&
      counts(message),
  );
  return [...known, ...later.flatMap((message) => factsOfView(message, plan, costs))];
}

/**
 * An inner team's messages count in the outer team if it takes turns there; the work of a society or a tool does
 * not.
 */
function counts({ scope, copied, type }: MessageView): boolean {
  if (copied || type === 'CodeGenerationEvent') return false;
  return !isOfItsOwn(scope);
}

/** An event for each fact that AutoGen reports of a message. */
function factsOfView(
  message: MessageView,
  plan: TeamPlanView,
  costs: ReadonlyMap<string, number | null>,
): MessageFacts[] {
  const { seq, source, type, content, thought, memories, usage, modelCallId } = message;
  const event = (eventType: 'MemoryQueryEvent' | 'ThoughtEvent', text: string) =>
    factsOf({ seq, source, type: eventType, content: text, body: null }, plan.watched);
  const costMicroUsd = modelCallId === null ? null : (costs.get(modelCallId) ?? null);
  return [
    ...(memories ?? []).map((memory) => event('MemoryQueryEvent', JSON.stringify(memory))),
    ...(thought === null ? [] : [event('ThoughtEvent', thought)]),
    factsOf({ seq, source, type, content, body: message.body as MessageBody | null }, plan.watched, [], {
      usage,
      costMicroUsd,
    }),
  ];
}

/** Removes the fields that a loader has made undefined. */
function asFacts(facts: FactsView): MessageFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as MessageFacts;
}
