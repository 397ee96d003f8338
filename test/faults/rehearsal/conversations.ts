import { randomUUID } from 'node:crypto';
import type { Database } from '../../../platform/database.ts';
import { agent, team } from '../../../worker/test/teams.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import { until } from '../until.ts';
import type { Api } from './apiClient.ts';

const TALKING = 'Talking';
const REVIEWED = 'Reviewed';
/** Ends by itself after two turns. */
export const SHORT = 'Short';
/** Ends those that talk. */
export const LAST_WORD = 'APPROVE';

/** The teams of the rehearsal's conversations. */
export async function addTeams(database: Database): Promise<void> {
  const { id: projectId } = await database.project.findFirstOrThrow({ where: { slug: 'default' } });
  const ends = { kind: 'text_mention', text: LAST_WORD, sources: null } as const;
  const review = { deadlineSeconds: 86_400, onDeadline: 'stop' } as const;
  const teams: [string, TeamConfig][] = [
    [TALKING, team([agent('writer'), agent('critic')], { termination: ends, maxTurns: 10_000 })],
    [REVIEWED, team([agent('writer', { review })], { termination: null, maxTurns: 1 })],
    [SHORT, team([agent('writer'), agent('critic')], { termination: null, maxTurns: 2 })],
  ];
  for (const [name, config] of teams) {
    const { id: teamId } = await database.team.create({ data: { projectId, name } });
    const plain = JSON.parse(JSON.stringify(config)) as object;
    await database.teamVersion.create({
      data: { projectId, teamId, version: 1, description: '', config: plain },
    });
  }
}

/** The conversations that are open all the while, by what they are busy with. */
export interface OpenConversations {
  talking: string[];
  waiting: string[];
  paused: string[];
}

/** Starts so many, and waits until they talk, wait and are paused. */
export async function startConversations(
  api: Api,
  database: Database,
  count: number,
): Promise<OpenConversations> {
  const start = async (name: string) =>
    String((await api('/conversations', { team: name, task: 'Talk.' }))['conversationId']);
  const open: OpenConversations = { talking: [], waiting: [], paused: [] };
  for (let index = 0; index < count; index += 1) {
    if (index % 5 === 3) open.waiting.push(await start(REVIEWED));
    else if (index % 5 === 4) open.paused.push(await start(TALKING));
    else open.talking.push(await start(TALKING));
  }
  await grow(database, [...open.talking, ...open.paused], 2);
  for (const id of open.paused) await api(`/conversations/${id}/pause`, {});
  await until('those that wait or are paused do', async () => {
    const waiting = await database.humanTask.count({ where: { state: 'open' } });
    const paused = await database.conversation.count({ where: { state: 'paused' } });
    return waiting === open.waiting.length && paused === open.paused.length;
  });
  return open;
}

/** Waits until each has so many messages more. */
export async function grow(database: Database, ids: readonly string[], by: number): Promise<void> {
  const counts = async () =>
    new Map(
      (
        await database.conversation.findMany({
          where: { id: { in: [...ids] } },
          select: { id: true, messageCount: true },
        })
      ).map(({ id, messageCount }) => [id, messageCount]),
    );
  const before = await counts();
  await until('each conversation has taken further turns', async () => {
    const now = await counts();
    return ids.every((id) => (now.get(id) ?? 0) >= (before.get(id) ?? 0) + by);
  });
}

/** Approves what these conversations ask a person. */
export async function answerTasks(api: Api, database: Database, ids: readonly string[]): Promise<void> {
  const tasks = await database.humanTask.findMany({
    where: { conversationId: { in: [...ids] }, state: 'open' },
    select: { id: true },
  });
  for (const { id } of tasks)
    await api(`/tasks/${id}/answer`, { decision: 'approve', idempotencyKey: randomUUID() });
}

/** How many have not ended. */
export function unfinished(database: Database): Promise<number> {
  return database.conversation.count({
    where: { NOT: { state: { in: ['finished', 'failed', 'cancelled'] } } },
  });
}
