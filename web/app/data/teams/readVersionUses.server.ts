import { services } from '../../services.server.ts';

/** How a team's version has been used. */
export interface VersionUse {
  runCount: number;
  /** When the last conversation with it began. */
  lastUsedAtMs: number;
}

/**
 * How often each version of the project's teams has run, by id; for these versions, or for all. Versions that
 * never ran are not included.
 */
export async function readVersionUses(
  projectId: string,
  versionIds?: readonly string[],
): Promise<ReadonlyMap<string, VersionUse>> {
  const uses = await services().database.conversation.groupBy({
    by: ['teamVersionId'],
    where: { projectId, ...(versionIds && { teamVersionId: { in: [...versionIds] } }) },
    _count: true,
    _max: { createdAt: true },
  });
  return new Map(
    uses.map(({ teamVersionId, _count, _max }) => [
      teamVersionId,
      { runCount: _count, lastUsedAtMs: _max.createdAt?.getTime() ?? 0 },
    ]),
  );
}
