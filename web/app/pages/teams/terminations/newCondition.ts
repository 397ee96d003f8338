import type { TerminationCondition } from '../../../../../workflows/domain/terminations/condition.ts';
import { viewOfKind } from './registry.ts';

/** The initial JSON of a new condition. */
export function newCondition(kind: TerminationCondition['kind']): TerminationCondition {
  if (kind !== 'and' && kind !== 'or') return viewOfKind(kind).make();
  return { kind, conditions: [viewOfKind('max_messages').make()] };
}
