import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import type { TerminationCondition, TerminationDelta, TerminationState } from './condition.ts';

/** A condition that has seen nothing. */
export function initialTermination(condition: TerminationCondition): TerminationState {
  switch (condition.kind) {
    case 'max_messages':
      return { kind: 'max_messages', count: 0, fired: null };
    case 'text_mention':
    case 'external':
      return { kind: condition.kind, fired: null };
    case 'and':
    case 'or':
      return { kind: condition.kind, fired: null, conditions: condition.conditions.map(initialTermination) };
    default:
      return assertNever(condition);
  }
}

/**
 * The condition's state after a check; `fired` is then the stop reason in AutoGen's words, or null. As in AutoGen: all
 * branches of an `or` are looked at and their reasons joined; the branches of an `and` latch, and it fires on the check
 * at which the last of them does.
 */
export function observeTermination(
  condition: TerminationCondition,
  state: TerminationState,
  delta: TerminationDelta,
): TerminationState {
  switch (condition.kind) {
    case 'max_messages': {
      const before = state.kind === 'max_messages' ? state.count : 0;
      const count = before + delta.messages.length;
      const reached = count >= condition.maxMessages;
      const reason = `Maximum number of messages ${String(condition.maxMessages)} reached, current message count: ${String(count)}`;
      return { kind: 'max_messages', count, fired: reached ? reason : null };
    }
    case 'text_mention': {
      const found = delta.messages.some((message) => mentions(condition, message));
      return { kind: 'text_mention', fired: found ? `Text '${condition.text}' mentioned` : null };
    }
    case 'external':
      return { kind: 'external', fired: delta.stopRequested ? 'External termination requested' : null };
    case 'and': {
      const children = observeChildren(condition.conditions, state, delta, 'latch');
      const all = children.every((child) => child.fired !== null);
      return { kind: 'and', conditions: children, fired: all ? joinReasons(children) : null };
    }
    case 'or': {
      const children = observeChildren(condition.conditions, state, delta, 'again');
      const any = children.some((child) => child.fired !== null);
      return { kind: 'or', conditions: children, fired: any ? joinReasons(children) : null };
    }
    default:
      return assertNever(condition);
  }
}

/** The texts that activities look for in every message, so that the workflow needs none of the message itself. */
export function watchedTexts(condition: TerminationCondition | null): string[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'text_mention':
      return [condition.text];
    case 'and':
    case 'or':
      return [...new Set(condition.conditions.flatMap(watchedTexts))];
    case 'max_messages':
    case 'external':
      return [];
    default:
      return assertNever(condition);
  }
}

function mentions(condition: { text: string; sources: string[] | null }, message: MessageFacts): boolean {
  const heard = condition.sources === null || condition.sources.includes(message.source);
  return heard && message.mentions.includes(condition.text);
}

function observeChildren(
  conditions: TerminationCondition[],
  state: TerminationState,
  delta: TerminationDelta,
  fired: 'latch' | 'again',
): TerminationState[] {
  const before = state.kind === 'and' || state.kind === 'or' ? state.conditions : [];
  return conditions.map((condition, index) => {
    const child = before[index] ?? initialTermination(condition);
    return fired === 'latch' && child.fired !== null ? child : observeTermination(condition, child, delta);
  });
}

function joinReasons(children: readonly TerminationState[]): string {
  return children.flatMap((child) => (child.fired === null ? [] : [child.fired])).join(', ');
}
