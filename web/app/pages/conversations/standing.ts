import { isOfItsOwn } from '../../../../workflows/domain/conversation/scope.ts';
import type { MessageFacts } from '../../../../workflows/domain/message.ts';
import { isOver } from '../../../../workflows/domain/recordStates.ts';
import type { TerminationState } from '../../../../workflows/domain/terminations/condition.ts';
import { initialTermination, observeTermination } from '../../../../workflows/domain/terminations/observe.ts';
import { type ConditionProgress, progressOf } from '../../../../workflows/domain/terminations/progress.ts';
import type { MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import { factsOf } from '../../../../workflows/domain/transcript/factsOf.ts';
import type { FactsView } from '../../data/conversations/control.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../data/conversations/teamView.ts';
import type { MessageView } from '../../data/conversations/view.ts';

/** How near the end of the run is. */
export interface Standing {
  /** Null: no condition ends a run. */
  condition: ConditionProgress | null;
  turns: { taken: number; limit: number | null };
  /**
   * end: as it was when the run ended. counted: as the condition has last looked. estimated: with what has been said
   * since, which it will be shown when the turn is over.
   */
  basis: 'end' | 'counted' | 'estimated';
}

/** How near each condition is, from where the team last stood and from what has been said since. */
export function standingOf(state: ConversationPageState, plan: TeamPlanView, nowMs: number): Standing {
  const { control } = state;
  const over = isOver(state.conversation.state);
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

/** What the condition has not been shown yet. */
function saidSince(state: ConversationPageState, plan: TeamPlanView): MessageFacts[] {
  const { control, conversation, calls, messages } = state;
  const known = (control?.unchecked ?? []).map(asFacts);
  const knownSeqs = new Set(known.map(({ seq }) => seq));
  const speakers = new Set((control?.active ?? []).map(({ speaker }) => speaker));
  // What was posted before the turn began has its number too, and was looked at.
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

/** What an inner team says is said in the outer one where it takes turns there; a society's or a tool's work is its own. */
function counts({ scope, copied, type }: MessageView): boolean {
  if (copied || type === 'CodeGenerationEvent') return false;
  return !isOfItsOwn(scope);
}

/** An event for each thing that AutoGen tells of a message. */
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

/** Without the fields that a loader has made undefined. */
function asFacts(facts: FactsView): MessageFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as MessageFacts;
}
