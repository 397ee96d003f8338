import { checkExpression, InvalidExpressionError } from '../../../../../platform/expressions.ts';
import { contractOf } from '../../../../../workflows/contracts/patterns/registry.ts';
import { participantsWithin } from '../../../../../workflows/domain/participantsWithin.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import type { TerminationCondition } from '../../../../../workflows/domain/terminations/condition.ts';
import { fault } from '../../../languages/fault.ts';
import type { TeamIssue, TeamPath } from './issuesOf.ts';

interface PlacedExpression {
  path: (string | number)[];
  expression: string;
}

/** Issues for the invalid CEL expressions of a team, at any depth. */
export function expressionIssues(team: TeamConfig): TeamIssue[] {
  return unreadableExpressions(team).map(({ path, reason }) => ({
    path,
    message: fault('findings:faults.expression', { reason }),
  }));
}

/** The same, with the error of the expression parser. */
export function unreadableExpressions(team: TeamConfig): { path: (string | number)[]; reason: string }[] {
  return expressionsWithin(team).flatMap(({ path, expression }) => {
    try {
      checkExpression(expression);
      return [];
    } catch (error) {
      if (!(error instanceof InvalidExpressionError)) throw error;
      const [reason = ''] = error.message.split('\n');
      return [{ path, reason }];
    }
  });
}

/** The expressions of the team and of every team within it. */
function expressionsWithin(team: TeamConfig): PlacedExpression[] {
  return [
    ...expressionsOf(team, []),
    ...participantsWithin(team).flatMap(({ path, participant }) =>
      participant.kind === 'team' || participant.kind === 'society'
        ? expressionsOf(participant.team, [...path, 'team'])
        : [],
    ),
  ];
}

function expressionsOf({ pattern, termination, toolPolicies }: TeamConfig, at: TeamPath): PlacedExpression[] {
  return [
    ...(contractOf(pattern).expressions?.(pattern) ?? []).map(({ field, expression }) => ({
      path: [...at, 'pattern', field],
      expression,
    })),
    ...(termination === null ? [] : ofCondition(termination, [...at, 'termination'])),
    ...toolPolicies.flatMap(({ approval }, index) =>
      approval.kind === 'when'
        ? [
            {
              path: [...at, 'toolPolicies', index, 'approval', 'expression'],
              expression: approval.expression,
            },
          ]
        : [],
    ),
  ];
}

function ofCondition(condition: TerminationCondition, at: TeamPath): PlacedExpression[] {
  if (condition.kind === 'expression') {
    return [{ path: [...at, 'expression'], expression: condition.expression }];
  }
  if (!('conditions' in condition)) return [];
  return condition.conditions.flatMap((child, index) => ofCondition(child, [...at, 'conditions', index]));
}
