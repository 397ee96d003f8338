import { checkExpression, InvalidExpressionError } from '../../../platform/expressions.ts';
import { isRecord, step, type ImportProblem } from '../../../workflows/contracts/autogen/report.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';

/** Parts of a team whose `expression` is CEL, by their kind. */
const KINDS_WITH_EXPRESSION: ReadonlySet<unknown> = new Set(['expression', 'when']);

/** What is wrong with a team's CEL expressions, each with its path in the team. */
export function expressionProblems(team: TeamConfig): ImportProblem[] {
  return expressionsIn(team, '$').flatMap(({ path, expression }) => {
    try {
      checkExpression(expression);
      return [];
    } catch (error) {
      if (!(error instanceof InvalidExpressionError)) throw error;
      const message = `Is no CEL expression: ${error.message.split('\n', 1)[0] ?? ''}`;
      return [{ path, message, fix: 'Write it as CEL, for example: source == "critic"' }];
    }
  });
}

function expressionsIn(value: unknown, path: string): { path: string; expression: string }[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => expressionsIn(each, path + step(index)));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const isExpression =
      key === 'candidateFilter' || (key === 'expression' && KINDS_WITH_EXPRESSION.has(value['kind']));
    if (isExpression && typeof field === 'string') return [{ path: path + step(key), expression: field }];
    return expressionsIn(field, path + step(key));
  });
}
