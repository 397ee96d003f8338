import { assertNever } from '../json.ts';
import type { TerminationCondition, TerminationState } from './condition.ts';
import { initialTermination } from './observe.ts';

/** A termination condition as a page shows it: what it waits for, and how near it is. */
export interface ConditionProgress {
  kind: TerminationCondition['kind'];
  /** What it waits for, in a few English words. */
  label: string;
  /** How near it is, for what can be counted; several where any of several limits ends it. */
  measures: Measure[];
  /** The stop reason, once it has fired. */
  fired: string | null;
  /** The branches of an `and` or `or`. */
  conditions: ConditionProgress[];
}

export interface Measure {
  unit:
    'messages' | 'tokens' | 'prompt tokens' | 'completion tokens' | 'micro-USD' | 'seconds' | 'conditions';
  current: number;
  limit: number;
}

/** The tree of a condition with how near each part is. */
export function progressOf(
  condition: TerminationCondition,
  state: TerminationState,
  nowMs: number,
): ConditionProgress {
  return {
    kind: condition.kind,
    label: labelOf(condition),
    measures: measuresOf(condition, state, nowMs),
    fired: state.fired,
    conditions: branchesOf(condition, state, nowMs),
  };
}

function branchesOf(condition: TerminationCondition, state: TerminationState, nowMs: number) {
  if (condition.kind !== 'and' && condition.kind !== 'or') return [];
  const states = state.kind === condition.kind ? state.conditions : [];
  return condition.conditions.map((child, index) =>
    progressOf(child, states[index] ?? initialTermination(child), nowMs),
  );
}

function labelOf(condition: TerminationCondition): string {
  switch (condition.kind) {
    case 'max_messages':
      return `${String(condition.maxMessages)} messages${condition.includeAgentEvents ? ', events included' : ''}`;
    case 'text_mention':
      return `“${condition.text}” is mentioned${condition.sources === null ? '' : ` by ${anyOf(condition.sources)}`}`;
    case 'stop_message':
      return 'A stop message';
    case 'token_usage':
      return 'Tokens used';
    case 'cost':
      return 'Money spent';
    case 'timeout':
      return `${String(condition.seconds)} seconds have passed`;
    case 'handoff':
      return `A handoff to ${condition.target}`;
    case 'source_match':
      return `${anyOf(condition.sources)} has answered`;
    case 'text_message':
      return `A text message from ${condition.source ?? 'anyone'}`;
    case 'function_call':
      return `${condition.functionName} was called`;
    case 'external':
      return 'Somebody asks to stop';
    case 'expression':
      return `A message for which ${condition.expression}`;
    case 'and':
      return 'All of';
    case 'or':
      return 'Any of';
    default:
      return assertNever(condition);
  }
}

function measuresOf(condition: TerminationCondition, state: TerminationState, nowMs: number): Measure[] {
  switch (condition.kind) {
    case 'max_messages': {
      const current = state.kind === 'max_messages' ? state.count : 0;
      return [{ unit: 'messages', current, limit: condition.maxMessages }];
    }
    case 'token_usage': {
      const { prompt, completion } = state.kind === 'token_usage' ? state : { prompt: 0, completion: 0 };
      return [
        ...limited('tokens', prompt + completion, condition.maxTotal),
        ...limited('prompt tokens', prompt, condition.maxPrompt),
        ...limited('completion tokens', completion, condition.maxCompletion),
      ];
    }
    case 'cost': {
      const current = state.kind === 'cost' ? state.spentMicroUsd : 0;
      return [{ unit: 'micro-USD', current, limit: condition.maxMicroUsd }];
    }
    case 'timeout': {
      const startedAtMs = (state.kind === 'timeout' ? state.startedAtMs : null) ?? nowMs;
      return [{ unit: 'seconds', current: (nowMs - startedAtMs) / 1000, limit: condition.seconds }];
    }
    case 'and': {
      const children = state.kind === 'and' ? state.conditions : [];
      const current = children.filter(({ fired }) => fired !== null).length;
      return [{ unit: 'conditions', current, limit: condition.conditions.length }];
    }
    case 'text_mention':
    case 'stop_message':
    case 'handoff':
    case 'source_match':
    case 'text_message':
    case 'function_call':
    case 'external':
    case 'expression':
    case 'or':
      return [];
    default:
      return assertNever(condition);
  }
}

function limited(unit: Measure['unit'], current: number, limit: number | null): Measure[] {
  return limit === null ? [] : [{ unit, current, limit }];
}

function anyOf(names: readonly string[]): string {
  return names.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
