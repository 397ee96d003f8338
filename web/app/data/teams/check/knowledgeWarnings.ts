import { knowledgeToolName } from '../../../../../workflows/domain/knowledge/knowledgeUse.ts';
import { participantsWithin } from '../../../../../workflows/domain/participantsWithin.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { fault } from '../../../languages/fault.ts';
import type { TeamIssue } from './issuesOf.ts';

/** Agents whose model may look something up, but is not asked again once it has. */
export function asksAndStops(team: TeamConfig): TeamIssue[] {
  return participantsWithin(team).flatMap(({ path, participant }) => {
    if (participant.kind !== 'agent' || participant.maxToolIterations > 1 || participant.reflectOnToolUse)
      return [];
    const asks = (participant.knowledge ?? []).some((use) => knowledgeToolName(use) !== null);
    return asks
      ? [{ path: [...path, 'maxToolIterations'], message: fault('findings:faults.asksAndStops') }]
      : [];
  });
}

/** The names of collections that a team's agents use, each once. */
export function collectionsOf(team: TeamConfig): string[] {
  return [...new Set(placedCollections(team).map(({ name }) => name))];
}

/** Where a team names collections that are not among the known ones. */
export function unknownCollections(team: TeamConfig, known: readonly string[]): TeamIssue[] {
  return placedCollections(team).flatMap(({ path, name }) =>
    known.includes(name) ? [] : [{ path, message: fault('findings:faults.noCollection', { name }) }],
  );
}

function placedCollections(team: TeamConfig): { path: (string | number)[]; name: string }[] {
  return participantsWithin(team).flatMap(({ path, participant }) =>
    participant.kind !== 'agent'
      ? []
      : (participant.knowledge ?? []).flatMap(({ collections }, use) =>
          collections.map((name, index) => ({
            path: [...path, 'knowledge', use, 'collections', index],
            name,
          })),
        ),
  );
}
