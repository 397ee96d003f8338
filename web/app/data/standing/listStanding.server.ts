import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** So many can be chosen from. */
const LISTED = 200;

/** A standing conversation to choose. */
export interface StandingChoice {
  id: string;
  title: string;
}

/** The standing conversations of a project, newest first. */
export async function listStanding({ projectId }: ProjectScope): Promise<StandingChoice[]> {
  return services().database.conversation.findMany({
    where: { projectId, standing: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LISTED,
    select: { id: true, title: true },
  });
}

/** The same with the one that is chosen by now, which may be no longer standing, or one of very many. */
export function withChosen(
  listed: readonly StandingChoice[],
  chosen: StandingChoice | null,
): StandingChoice[] {
  const isListed = chosen === null || listed.some(({ id }) => id === chosen.id);
  return isListed ? [...listed] : [{ id: chosen.id, title: chosen.title }, ...listed];
}
