import type { TracedTeam } from '../../../../../workflows/contracts/autogen/importComponent.ts';
import type { ImportNote, ImportProblem } from '../../../../../workflows/contracts/autogen/report.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { expressionIssues, unreadableExpressions } from './expressionIssues.server.ts';
import type { TeamIssue } from './issuesOf.ts';
import { pythonFaults, type PythonFinding, pythonWarnings } from './pythonFindings.server.ts';

/** What is wrong with a team that its schema can't see: its expressions and its Python, as issues of its form. */
export function issuesInside(team: TeamConfig): TeamIssue[] {
  return [...expressionIssues(team), ...pythonFaults(team).map(asIssue)];
}

/** What will not work as it stands in a team that can be stored all the same. */
export function warningsAbout(team: TeamConfig): TeamIssue[] {
  return pythonWarnings(team).map(asIssue);
}

/** The same issues, as problems of what the team was read from. */
export function problemsInside({ config, pathInFile }: TracedTeam): ImportProblem[] {
  const expressions = unreadableExpressions(config).map(({ path, reason }) => ({
    path: pathInFile(path),
    message: `Is no CEL expression: ${reason}`,
    fix: 'Write it as CEL, for example: source == "critic"',
  }));
  const python = pythonFaults(config).map(({ path, message, fix }) => ({
    path: pathInFile(path),
    message,
    fix: `${fix.charAt(0).toUpperCase()}${fix.slice(1)}`,
  }));
  return [...expressions, ...python];
}

/** The same warnings, as notes on what the team was read from. */
export function notesAbout({ config, pathInFile }: TracedTeam): ImportNote[] {
  return pythonWarnings(config).map(({ path, message, fix }) => ({
    path: pathInFile(path),
    message: `${message}; ${fix}`,
  }));
}

function asIssue({ path, message, fix }: PythonFinding): TeamIssue {
  return { path, message: `${message}; ${fix}` };
}
