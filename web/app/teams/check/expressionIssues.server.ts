import { checkExpression, InvalidExpressionError } from '../../../../platform/expressions.ts';
import type { Participant, TeamConfig } from '../../../../workflows/domain/team.ts';
import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import type { TeamIssue, TeamPath } from './issuesOf.ts';

interface PlacedExpression {
  path: (string | number)[];
  expression: string;
}

/** The CEL expressions of a team, at any depth, that can't be read, as issues of its form. */
export function expressionIssues(team: TeamConfig): TeamIssue[] {
  return unreadableExpressions(team).map(({ path, reason }) => ({
    path,
    message: `This is no CEL expression (${reason}); put it right`,
  }));
}

/** The same, with what the reader of expressions says. */
export function unreadableExpressions(team: TeamConfig): { path: (string | number)[]; reason: string }[] {
  return expressionsOf(team, []).flatMap(({ path, expression }) => {
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

function expressionsOf(team: TeamConfig, at: TeamPath): PlacedExpression[] {
  const { pattern, termination, toolPolicies, participants } = team;
  const filter = pattern.kind === 'selector' ? pattern.candidateFilter : null;
  return [
    ...(filter === null ? [] : [{ path: [...at, 'pattern', 'candidateFilter'], expression: filter }]),
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
    ...participants.flatMap((participant, index) =>
      ofParticipant(participant, [...at, 'participants', index]),
    ),
  ];
}

function ofParticipant(participant: Participant, at: TeamPath): PlacedExpression[] {
  switch (participant.kind) {
    case 'team':
    case 'society':
      return expressionsOf(participant.team, [...at, 'team']);
    case 'agent':
      return participant.tools.flatMap((tool, index) =>
        tool.kind === 'participant'
          ? ofParticipant(tool.participant, [...at, 'tools', index, 'participant'])
          : [],
      );
    case 'code_executor':
    case 'person':
      return [];
  }
}

function ofCondition(condition: TerminationCondition, at: TeamPath): PlacedExpression[] {
  if (condition.kind === 'expression') {
    return [{ path: [...at, 'expression'], expression: condition.expression }];
  }
  if (!('conditions' in condition)) return [];
  return condition.conditions.flatMap((child, index) => ofCondition(child, [...at, 'conditions', index]));
}
