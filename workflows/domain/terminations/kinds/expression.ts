import { messageKind } from '../kind.ts';

/** AutoGen's functional condition as data: a CEL expression over one message (`type`, `source`, `content`, `target`). */
export interface Expression {
  kind: 'expression';
  expression: string;
}

export const expression = messageKind<Expression>('expression', {
  reason: (condition, { matches }) =>
    matches?.includes(condition.expression) === true ? 'Functional termination condition met' : null,
  label: (condition) => `A message for which ${condition.expression}`,
  watched: (condition) => ({ expressions: [condition.expression] }),
});
