import { assertNever } from '../json.ts';
import { isChatMessage, type MessageFacts } from '../message.ts';
import type {
  JoinedCondition,
  LeafCondition,
  TerminationCondition,
  TerminationDelta,
  TerminationState,
} from './condition.ts';

/** A condition that has seen nothing; so it is also when a run ends, for the next one. */
export function initialTermination(condition: TerminationCondition): TerminationState {
  switch (condition.kind) {
    case 'max_messages':
      return { kind: 'max_messages', count: 0, fired: null };
    case 'token_usage':
      return { kind: 'token_usage', prompt: 0, completion: 0, fired: null };
    case 'cost':
      return { kind: 'cost', spentMicroUsd: 0, fired: null };
    case 'timeout':
      return { kind: 'timeout', startedAtMs: null, fired: null };
    case 'text_mention':
    case 'stop_message':
    case 'handoff':
    case 'source_match':
    case 'text_message':
    case 'function_call':
    case 'external':
    case 'expression':
      return { kind: condition.kind, fired: null };
    case 'and':
      return {
        kind: 'and',
        fired: null,
        conditions: condition.conditions.map(initialTermination),
        reasons: [],
      };
    case 'or':
      return { kind: 'or', fired: null, conditions: condition.conditions.map(initialTermination) };
    default:
      return assertNever(condition);
  }
}

/**
 * The condition's state after a check; `fired` is then the stop reason in AutoGen's words, or null. As in AutoGen: all
 * branches of an `or` are looked at and their reasons joined; the branches of an `and` latch, and it fires on the check
 * at which the last of them does, with their reasons in the order in which they fired.
 */
export function observeTermination(
  condition: TerminationCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  switch (condition.kind) {
    case 'max_messages':
      return observeMessages(condition, state, delta);
    case 'token_usage':
      return observeTokens(condition, state, delta);
    case 'cost':
      return observeCost(condition, state, delta);
    case 'timeout':
      return observeTimeout(condition, state, delta);
    case 'external':
      return { kind: 'external', fired: delta.stopRequested ? 'External termination requested' : null };
    case 'and':
      return observeAnd(condition, state, delta);
    case 'or':
      return observeOr(condition, state, delta);
    case 'text_mention':
    case 'stop_message':
    case 'handoff':
    case 'source_match':
    case 'text_message':
    case 'function_call':
    case 'expression':
      return { kind: condition.kind, fired: firstReason(condition, delta.messages) };
    default:
      return assertNever(condition);
  }
}

type CountingKind = 'max_messages' | 'token_usage' | 'cost' | 'timeout' | 'external';
/** Conditions that a single message makes true. */
type MessageCondition = Exclude<LeafCondition, { kind: CountingKind }>;
type ConditionOf<Kind> = Extract<TerminationCondition, { kind: Kind }>;

function firstReason(condition: MessageCondition, messages: readonly MessageFacts[]): string | null {
  for (const message of messages) {
    const reason = reasonIn(condition, message);
    if (reason !== null) return reason;
  }
  return null;
}

function reasonIn(condition: MessageCondition, message: MessageFacts): string | null {
  const { source, type } = message;
  switch (condition.kind) {
    case 'text_mention': {
      const heard = condition.sources === null || condition.sources.includes(source);
      return heard && message.mentions.includes(condition.text) ? `Text '${condition.text}' mentioned` : null;
    }
    case 'stop_message':
      return type === 'StopMessage' ? 'Stop message received' : null;
    case 'handoff':
      return type === 'HandoffMessage' && message.target === condition.target
        ? `Handoff to ${condition.target} from ${source} detected.`
        : null;
    case 'source_match':
      return condition.sources.includes(source) ? `'${source}' answered` : null;
    case 'text_message': {
      const heard = condition.source === null || condition.source === source;
      return heard && type === 'TextMessage' ? `Text message received from '${source}'` : null;
    }
    case 'function_call':
      return type === 'ToolCallExecutionEvent' && message.functions?.includes(condition.functionName)
        ? `Function '${condition.functionName}' was executed.`
        : null;
    case 'expression':
      return message.matches?.includes(condition.expression) ? 'Functional termination condition met' : null;
    default:
      return assertNever(condition);
  }
}

function observeMessages(
  { maxMessages, includeAgentEvents }: ConditionOf<'max_messages'>,
  state: TerminationState,
  { messages }: TerminationDelta,
): TerminationState {
  const counted = messages.filter((message) => includeAgentEvents || isChatMessage(message));
  const count = (state.kind === 'max_messages' ? state.count : 0) + counted.length;
  const reason = `Maximum number of messages ${String(maxMessages)} reached, current message count: ${String(count)}`;
  return { kind: 'max_messages', count, fired: count >= maxMessages ? reason : null };
}

function observeTokens(
  { maxTotal, maxPrompt, maxCompletion }: ConditionOf<'token_usage'>,
  state: TerminationState,
  { messages }: TerminationDelta,
): TerminationState {
  const before = state.kind === 'token_usage' ? state : { prompt: 0, completion: 0 };
  const prompt = sum(before.prompt, messages, (message) => message.usage?.promptTokens);
  const completion = sum(before.completion, messages, (message) => message.usage?.completionTokens);
  const isReached =
    (maxTotal !== null && prompt + completion >= maxTotal) ||
    (maxPrompt !== null && prompt >= maxPrompt) ||
    (maxCompletion !== null && completion >= maxCompletion);
  const reason =
    `Token usage limit reached, total token count: ${String(prompt + completion)}, ` +
    `prompt token count: ${String(prompt)}, completion token count: ${String(completion)}.`;
  return { kind: 'token_usage', prompt, completion, fired: isReached ? reason : null };
}

function observeCost(
  { maxMicroUsd }: ConditionOf<'cost'>,
  state: TerminationState,
  { messages, silentCostMicroUsd = 0 }: TerminationDelta,
): TerminationState {
  const before = (state.kind === 'cost' ? state.spentMicroUsd : 0) + silentCostMicroUsd;
  const spentMicroUsd = sum(before, messages, (message) => message.costMicroUsd);
  const reason = `Cost limit of ${dollars(maxMicroUsd)} reached, spent ${dollars(spentMicroUsd)}`;
  return { kind: 'cost', spentMicroUsd, fired: spentMicroUsd >= maxMicroUsd ? reason : null };
}

function observeTimeout(
  { seconds }: ConditionOf<'timeout'>,
  state: TerminationState,
  { nowMs }: TerminationDelta,
): TerminationState {
  const startedAtMs = (state.kind === 'timeout' ? state.startedAtMs : null) ?? nowMs;
  const isOver = nowMs - startedAtMs >= seconds * 1000;
  const reason = `Timeout of ${pythonFloat(seconds)} seconds reached`;
  return { kind: 'timeout', startedAtMs, fired: isOver ? reason : null };
}

function observeAnd(
  { conditions }: JoinedCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  const before = childrenOf(conditions, state);
  const children = before.map(({ condition, child }) =>
    child.fired === null ? observeTermination(condition, child, delta) : child,
  );
  const news = children.flatMap(({ fired }, index) =>
    fired !== null && before[index]?.child.fired === null ? [fired] : [],
  );
  const reasons = [...reasonsOf(state), ...news];
  const isFired = children.every(({ fired }) => fired !== null);
  return { kind: 'and', conditions: children, reasons, fired: isFired ? reasons.join(', ') : null };
}

function observeOr(
  { conditions }: JoinedCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  const children = childrenOf(conditions, state).map(({ condition, child }) =>
    observeTermination(condition, child, delta),
  );
  const reasons = children.flatMap(({ fired }) => (fired === null ? [] : [fired]));
  return { kind: 'or', conditions: children, fired: reasons.length > 0 ? reasons.join(', ') : null };
}

function childrenOf(conditions: readonly TerminationCondition[], state: TerminationState) {
  const before = state.kind === 'and' || state.kind === 'or' ? state.conditions : [];
  return conditions.map((condition, index) => ({
    condition,
    child: before[index] ?? initialTermination(condition),
  }));
}

/** States stored before reasons were kept have them in the order of the branches. */
function reasonsOf(state: TerminationState): string[] {
  if (state.kind !== 'and' && state.kind !== 'or') return [];
  return state.reasons ?? state.conditions.flatMap(({ fired }) => (fired === null ? [] : [fired]));
}

function sum(
  start: number,
  messages: readonly MessageFacts[],
  of: (message: MessageFacts) => number | undefined,
): number {
  return messages.reduce((total, message) => total + (of(message) ?? 0), start);
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(4).replace(/(\.\d\d\d*?)0+$/, '$1')}`;
}

/** AutoGen prints a timeout as Python prints a float: 5 is `5.0`. */
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}
