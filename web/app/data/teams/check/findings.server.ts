import type { TracedTeam } from '../../../../../workflows/contracts/autogen/importComponent.ts';
import type { ImportNote, ImportProblem } from '../../../../../workflows/contracts/autogen/report.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { fault } from '../../../languages/fault.ts';
import { expressionIssues, unreadableExpressions } from './expressionIssues.server.ts';
import type { TeamIssue } from './issuesOf.ts';
import { asksAndStops } from './knowledgeWarnings.ts';
import { pythonFaults, type PythonFinding, pythonWarnings } from './pythonFindings.server.ts';

/** Errors that a team's schema can't see, in its expressions and its Python, as issues of its form. */
export function issuesInside(team: TeamConfig): TeamIssue[] {
  return [...expressionIssues(team), ...pythonFaults(team).map(asIssue)];
}

/** Parts of a valid team that will not work as they are. */
export function warningsAbout(team: TeamConfig): TeamIssue[] {
  return [...pythonWarnings(team).map(asIssue), ...asksAndStops(team)];
}

/** The same issues, as problems of the file that the team was read from. */
export function problemsInside({ config, pathInFile }: TracedTeam): ImportProblem[] {
  const expressions = unreadableExpressions(config).map(({ path, reason }) => ({
    path: pathInFile(path),
    message: fault('findings:faults.notExpression', { reason }),
    fix: fault('findings:faults.fixExpression'),
  }));
  const python = pythonFaults(config).map(({ path, message, fix }) => ({
    path: pathInFile(path),
    message,
    fix,
  }));
  return [...expressions, ...python];
}

/** The same warnings, as notes on the file that the team was read from. */
export function notesAbout({ config, pathInFile }: TracedTeam): ImportNote[] {
  return warningsAbout(config).map(({ path, message }) => ({ path: pathInFile(path), message }));
}

function asIssue({ path, message, fix }: PythonFinding): TeamIssue {
  return { path, message: fault('pythonFindings:faults.whatAndFix', { what: message, fix }) };
}
