import { checkTeamText, placeIssues } from './checkTeamText.ts';
import { issuesInside, warningsAbout } from './findings.server.ts';
import type { ServerFindings } from './serverFindings.ts';

/** What only the server sees in a text that is a team; of one that is none the browser says what is wrong. */
export function findingsInText(text: string): ServerFindings {
  const check = checkTeamText(text);
  if (!check.ok) return { issues: [], warnings: [] };
  return {
    issues: placeIssues(text, issuesInside(check.config)),
    warnings: placeIssues(text, warningsAbout(check.config)),
  };
}
