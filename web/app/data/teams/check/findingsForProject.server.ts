import { isKnowledgeAway, isKnowledgeError } from '../../../../../platform/knowledge/knowledgeError.ts';
import { services } from '../../../services.server.ts';
import type { ProjectScope } from '../../accounts/projectScope.server.ts';
import { listCalendarNames } from '../../calendars/calendars.server.ts';
import { namesCalendar, unknownCalendars } from './calendarWarnings.ts';
import { checkTeamText, placeIssues } from './checkTeamText.ts';
import { findingsInText } from './findingsInText.server.ts';
import { collectionsOf, unknownCollections } from './knowledgeWarnings.ts';
import type { ServerFindings } from './serverFindings.ts';

/** The findings in a text, with what the team names and its project lacks. */
export async function findingsForProject(scope: ProjectScope, text: string): Promise<ServerFindings> {
  const check = checkTeamText(text);
  const findings = findingsInText(text, check);
  if (!check.ok) return findings;
  const named = collectionsOf(check.config);
  const known = named.length === 0 ? [] : await knownCollections(scope, named);
  const unknown = known === null ? [] : unknownCollections(check.config, known);
  const calendars = namesCalendar(check.config)
    ? unknownCalendars(check.config, await listCalendarNames(scope))
    : [];
  const warnings = [...findings.warnings, ...placeIssues(text, [...unknown, ...calendars])];
  return { ...findings, warnings };
}

/** Which of these collections the project has; null where the store does not say. */
async function knownCollections(
  { projectId }: ProjectScope,
  names: readonly string[],
): Promise<string[] | null> {
  const { knowledge, logger } = services();
  try {
    const found = await knowledge.reader.findCollections(projectId, names);
    return found.map(({ name }) => name);
  } catch (error) {
    if (!isKnowledgeAway(error) && !isKnowledgeError(error)) throw error;
    logger.warn({ err: error }, 'the collections of a team could not be checked');
    return null;
  }
}
