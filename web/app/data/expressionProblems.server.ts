import type { ImportProblem } from '../../../workflows/contracts/autogen/report.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import { unreadableExpressions } from '../teams/check/expressionIssues.server.ts';
import { jsonPath } from '../teams/check/jsonPath.ts';

/** What is wrong with a team's CEL expressions, each with its path in the team. */
export function expressionProblems(team: TeamConfig): ImportProblem[] {
  return unreadableExpressions(team).map(({ path, reason }) => ({
    path: jsonPath(path),
    message: `Is no CEL expression: ${reason}`,
    fix: 'Write it as CEL, for example: source == "critic"',
  }));
}
