import type { ApiSchedule } from '../../../workflows/contracts/api/schedules.ts';
import { answerTo, type ApiClient } from '../../apiClient.ts';
import { UsageError } from '../../usage.ts';

/** Finds a schedule by name or id; a name that several have is refused. */
export async function findSchedule(api: ApiClient, nameOrId: string): Promise<ApiSchedule> {
  const all = await readSchedules(api);
  const [found, another] = all.filter(({ id, name }) => id === nameOrId || name === nameOrId);
  if (found === undefined) {
    throw new UsageError(`There is no schedule ${nameOrId}. \`colloquy schedule list\` lists them.`);
  }
  if (another !== undefined) {
    throw new UsageError(`Several schedules are named ${nameOrId}. Name it by its id.`);
  }
  return found;
}

/** All schedules, the newest first; `search`: those whose name contains it; `wakes`: those that wake this conversation. */
export async function readSchedules(
  api: ApiClient,
  { search, wakes }: { search?: string | undefined; wakes?: string | undefined } = {},
): Promise<ApiSchedule[]> {
  const schedules: ApiSchedule[] = [];
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const query = {
      page,
      ...(search === undefined ? {} : { search }),
      ...(wakes === undefined ? {} : { wakes }),
    };
    const part = await answerTo(api.GET('/schedules', { params: { query } }));
    schedules.push(...part.schedules);
    ({ pages } = part);
  }
  return schedules;
}
