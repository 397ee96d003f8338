import { setTimeout as delay } from 'node:timers/promises';
import { readStart } from '../../activities/transcript/readStart.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { writeConversation } from '../support/conversationRows.ts';
import { outputItem } from '../wire/responseEvents.ts';
import { type ResponsesServer, startResponsesServer, type WrittenResponse } from '../wire/responsesServer.ts';
import type { KillGround, Lane } from './killGround.ts';

/** The number of conversations started before each kill, and of turns in each of them. */
const CONVERSATIONS = 3;
const TURNS = 2;
/** The time from one event of an answer to the next: an answer takes about a second. */
const PACE_MS = 60;

/** What happened to the answers. */
export interface BackgroundReport {
  kills: number;
  /** Kills while at least one answer was being generated. */
  midAnswer: number;
  answers: number;
  completed: number;
  /** Calls whose worker died between the request and the answer's id. */
  unknown: number;
  /** Unknown calls whose worker died before their request had arrived. */
  unsent: number;
  /** Answers that were taken over by another attempt. */
  readOn: number;
  /** What is wrong; empty: nothing. */
  faults: string[];
}

/**
 * Kills the lane's worker again and again while answers are generated in the background, then waits until everything
 * has finished.
 */
export async function killWhileWriting(
  ground: KillGround,
  lane: Lane,
  kills: number,
  onKill: (line: string) => void = () => undefined,
): Promise<BackgroundReport> {
  const server = await startResponsesServer();
  try {
    server.setPace(PACE_MS);
    let asked = 0;
    server.otherwise(() => {
      asked += 1;
      return { output: [outputItem.text(`Answer ${String(asked)} of many words`)], pieces: 6 };
    });
    const conversations: string[] = [];
    let midAnswer = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = server.responses.length;
      for (let each = 0; each < CONVERSATIONS; each += 1)
        conversations.push(await begin(ground, lane, server));
      await until(() => server.responses.length > before, 60_000);
      // From the moment of the request until shortly after the end of an answer.
      await delay((kill % 20) * PACE_MS);
      const writing = isWriting(server);
      await lane.killWorker();
      if (writing) midAnswer += 1;
      onKill(`kill ${String(kill + 1)}: ${writing ? 'in the middle of an answer' : 'between answers'}`);
      await lane.startWorker();
    }
    await Promise.all(
      conversations.map((id) => ground.temporal.workflow.getHandle(conversationWorkflowId(id, 0)).result()),
    );
    return { kills, midAnswer, ...(await reportOf(ground, server, conversations)) };
  } finally {
    await server.close();
  }
}

async function begin(ground: KillGround, lane: Lane, server: ResponsesServer): Promise<string> {
  const model = modelClient({
    model: 'gpt-5',
    provider: 'responses',
    baseUrl: server.baseUrl,
    options: { background: true },
  });
  const config = team({ participants: [agent({ name: 'writer', model })], maxTurns: TURNS });
  const { conversationId } = await writeConversation(
    ground.database,
    ground.projectId,
    config,
    'Write a haiku about rain.',
  );
  const start = await readStart(ground.database, { projectId: ground.projectId, id: conversationId });
  await startWorkflow(ground.temporal, lane.taskQueue, start);
  return conversationId;
}

function isWriting({ responses }: ResponsesServer): boolean {
  return responses.some(({ state }) => state === 'queued' || state === 'in_progress');
}

async function reportOf(ground: KillGround, server: ResponsesServer, conversations: string[]) {
  const where = { conversationId: { in: conversations } };
  const calls = await ground.database.modelCall.findMany({ where, include: { message: true } });
  const rows = await ground.database.conversation.findMany({ where: { id: { in: conversations } } });
  const byId = new Map(calls.map((call) => [call.id, call]));
  const faults: string[] = [];
  for (const response of server.responses) {
    const call = byId.get(callOf(response));
    if (call === undefined) faults.push(`${response.id} has no call`);
    else if (call.state === 'unknown' && call.backgroundId !== null)
      faults.push(`${response.id} was given up`);
    else if (call.state === 'completed' && call.message === null)
      faults.push(`${response.id} was not stored`);
    else if (call.state !== 'completed' && call.state !== 'unknown') {
      faults.push(`${response.id} ended as ${call.state}`);
    }
  }
  const asked = server.responses.length;
  const sent = new Set(server.responses.map(callOf));
  if (asked > sent.size) faults.push(`${String(asked)} requests for ${String(sent.size)} calls`);
  const unsent = calls.filter(({ id }) => !sent.has(id));
  for (const { id, state } of unsent)
    if (state !== 'unknown') faults.push(`${id} is ${state} without a request`);
  for (const id of conversations) {
    const completed = calls.filter(
      ({ conversationId, state }) => conversationId === id && state === 'completed',
    );
    if (completed.length !== TURNS) faults.push(`${id} has ${String(completed.length)} answers`);
  }
  const unknown = calls.filter(({ state }) => state === 'unknown').length;
  const counted = rows.reduce((sum, { unknownCalls }) => sum + unknownCalls, 0);
  if (counted !== unknown) faults.push(`${String(counted)} of ${String(unknown)} unknown calls are counted`);
  return {
    answers: asked,
    completed: calls.filter(({ state }) => state === 'completed').length,
    unknown,
    unsent: unsent.length,
    readOn: server.responses.filter(({ startedAfter }) => startedAfter.length > 0).length,
    faults,
  };
}

/** The id of the call that requested it. */
function callOf({ body }: WrittenResponse): string {
  return (body['metadata'] as { colloquy_call_id: string }).colloquy_call_id;
}

async function until(holds: () => boolean, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('No request came');
    await delay(5);
  }
}
