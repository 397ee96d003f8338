import { checkTeamText, placeIssues, type TeamCheck } from './checkTeamText.ts';
import { issuesInside, warningsAbout } from './findings.server.ts';
import type { ServerFindings } from './serverFindings.ts';

/** What only the server can check in a text that is a team; for other texts the browser shows the errors. */
export function findingsInText(text: string, check: TeamCheck = checkTeamText(text)): ServerFindings {
  if (!check.ok) return { issues: [], warnings: [] };
  return {
    issues: placeIssues(text, issuesInside(check.config)),
    warnings: placeIssues(text, warningsAbout(check.config)),
  };
}
