import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/client';
import { recordedHistories } from '../../test/support/recordedHistories.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { eventually } from '../../worker/test/transcript.ts';
import {
  conversationReplaySchema,
  replayVerdictSchema,
  stepSchema,
} from '../../workflows/contracts/api/replay.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { services } from '../app/services.server.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import type { TestProject } from './support/dataWorld.ts';
import { openProduct, type Product } from './support/product.ts';

let world: ApiWorld;
let ada: TestProject & { token: string };
let product: Product;
const where = testTemporal();

beforeAll(async () => {
  Object.assign(process.env, where);
  world = await openApiWorld();
  ada = await world.addMember();
  product = await openProduct(world.database, where);
});
afterAll(async () => {
  await product.close();
  await world.close();
});

const ask = (path: string, body?: unknown) => world.ask(ada.token, path, body);

/** Runs a conversation of the project's team to its end: five messages. */
async function converse(): Promise<string> {
  product.model.script(text('One'), text('Two'), text('Three'), text('Four'));
  const { body } = await ask('/conversations', { teamId: ada.teamId, task: 'A secret task' });
  const id = String(body['conversationId']);
  await eventually(
    () =>
      world.database.conversation.findUniqueOrThrow({
        where: { id },
        select: { state: true, stopReason: true, endedAt: true },
      }),
    ({ endedAt }) => endedAt !== null,
  );
  return id;
}

describe('a conversation’s replay', () => {
  it('agrees, writes nothing and asks no model; its history downloads without texts and replays as a file', async () => {
    const id = await converse();
    const before = await world.database.conversation.findUniqueOrThrow({ where: { id } });
    const asked = product.model.requests.length;

    const replay = await ask(`/conversations/${id}/replay`, {});
    expect(replay.status).toBe(200);
    const { outcome, histories } = conversationReplaySchema.parse(replay.body);
    expect(outcome).toBe('agrees');
    expect(histories).toMatchObject([{ run: 0, replaced: false, outcome: 'agrees', difference: null }]);

    const redacted = await ask(`/conversations/${id}/history`);
    const whole = await ask(`/conversations/${id}/history?redacted=false`);
    expect(redacted.headers.get('content-disposition')).toContain('attachment');
    expect(payloads(whole.body)).toContain('"writer"');
    expect(payloads(redacted.body)).not.toContain('"writer"');
    for (const { body } of [redacted, whole]) {
      const verdict = await ask('/replay', body);
      expect(replayVerdictSchema.parse(verdict.body)).toMatchObject({ outcome: 'agrees' });
    }
    expect(product.model.requests.length).toBe(asked);
    expect(await world.database.conversation.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });

  it('shows a run that an operator has reset, and the one that replaced it', async () => {
    const id = await converse();
    const { temporal } = services();
    const handle = temporal.workflow.getHandle(conversationWorkflowId(id, 0));
    const { runId } = await handle.describe();
    const { events } = await handle.fetchHistory();
    const last = (events ?? []).findLast((event) => event.workflowTaskCompletedEventAttributes);
    const { runId: newRunId } = await temporal.workflowService.resetWorkflowExecution({
      namespace: where.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: conversationWorkflowId(id, 0) },
      reason: 'A test',
      workflowTaskFinishEventId: last?.eventId ?? null,
      requestId: randomUUID(),
    });
    await handle.result();
    const { body } = await ask(`/conversations/${id}/replay`, {});
    expect(conversationReplaySchema.parse(body)).toMatchObject({
      outcome: 'agrees',
      histories: [
        { runId: newRunId, replaced: false, outcome: 'agrees' },
        { runId, replaced: true, outcome: 'agrees' },
      ],
    });
    expect((await ask(`/conversations/${id}/history?runId=${runId}`)).status).toBe(200);
  });

  it('says that there is no history of a conversation whose workflow is gone', async () => {
    const id = await converse();
    const { temporal } = services();
    await temporal.workflowService.deleteWorkflowExecution({
      namespace: where.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: conversationWorkflowId(id, 0) },
    });
    // Cheaper to ask than a replay, which starts a process each time.
    await eventually(
      () =>
        temporal.workflow
          .getHandle(conversationWorkflowId(id, 0))
          .describe()
          .then(
            () => 'there',
            (error: unknown) => (error instanceof WorkflowNotFoundError ? 'gone' : String(error)),
          ),
      (found) => found === 'gone',
    );
    const { body } = await ask(`/conversations/${id}/replay`, {});
    expect(conversationReplaySchema.parse(body).histories).toMatchObject([
      { runId: null, refusal: 'no_history' },
    ]);
    expect((await ask(`/conversations/${id}/history`)).status).toBe(404);
  });

  it('is not for another project', async () => {
    const id = await converse();
    const stranger = await world.addMember();
    for (const answer of [
      await world.ask(stranger.token, `/conversations/${id}/replay`, {}),
      await world.ask(stranger.token, `/conversations/${id}/history`),
    ]) {
      expect(answer.status).toBe(404);
    }
  });
});

describe('a conversation turn by turn', () => {
  it('has what was said, spent and decided by each turn', async () => {
    const id = await converse();
    const step = async (turn: number) =>
      stepSchema.parse((await ask(`/conversations/${id}/steps/${String(turn)}`)).body);
    const second = await step(2);
    expect(second).toMatchObject({
      turn: 2,
      turns: 4,
      run: 0,
      speakers: [{ name: 'critic' }],
      stateFrom: 'after',
      pattern: { kind: 'round_robin', nextIndex: 0 },
      termination: { progress: { measures: [{ unit: 'messages', current: 3, limit: 5 }] } },
      messageCount: 3,
      totals: { calls: 2 },
      tasks: [],
    });
    expect(second.messages.map(({ text: said, isNew }) => [said, isNew])).toEqual([
      ['A secret task', false],
      ['One', false],
      ['Two', true],
    ]);
    expect(await step(4)).toMatchObject({ stateFrom: 'after', messageCount: 5, totals: { calls: 4 } });
    expect((await ask(`/conversations/${id}/steps/5`)).status).toBe(404);
    const stranger = await world.addMember();
    expect((await world.ask(stranger.token, `/conversations/${id}/steps/1`)).status).toBe(404);
  });
});

describe('a turn that an operator’s reset has taken again', () => {
  it('shows what stands now, and with it what was replaced', async () => {
    const id = await converse();
    const { temporal } = services();
    const handle = temporal.workflow.getHandle(conversationWorkflowId(id, 0));
    const { events } = await handle.fetchHistory();
    const reply = (events ?? []).findLast(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'generateReply',
    );
    product.model.script(text('Four, once more'));
    await temporal.workflowService.resetWorkflowExecution({
      namespace: where.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: conversationWorkflowId(id, 0) },
      reason: 'A test',
      workflowTaskFinishEventId:
        reply?.activityTaskScheduledEventAttributes?.workflowTaskCompletedEventId ?? null,
      requestId: randomUUID(),
    });
    await handle.result();
    const step = stepSchema.parse((await ask(`/conversations/${id}/steps/4`)).body);
    expect(step.messages.at(-1)).toMatchObject({ text: 'Four, once more', isNew: true });
    expect(step).toMatchObject({ messageCount: 5, replaced: [{ text: 'Four', turn: 4 }], replacedIn: [4] });
    const before = stepSchema.parse((await ask(`/conversations/${id}/steps/3`)).body);
    expect(before).toMatchObject({ messageCount: 4, replaced: [], replacedIn: [4] });
  });
});

describe('a history that somebody brings', () => {
  it('is replayed, and where it differs the event is named', async () => {
    const recorded = recordedHistories().find(({ name }) => name === '0.2.0-round-robin');
    const json = (recorded?.json ?? '').replace('"name":"recordState"', '"name":"openTask"');
    const { body } = await ask('/replay', JSON.parse(json));
    expect(replayVerdictSchema.parse(body)).toMatchObject({
      outcome: 'differs',
      words: 'At event 5, the recording scheduled openTask; today’s code would schedule recordState.',
      difference: { eventId: 5, eventType: 'ACTIVITY_TASK_SCHEDULED' },
    });
  });

  // All of them are in replayProcess.test.ts, in one process; an upload has its own.
  const ofEachVersion = recordedHistories().filter(({ name }) => name.endsWith('-round-robin'));

  it.each(ofEachVersion.map(({ name, json }) => [name, json] as const))(
    '%s, which an earlier version recorded, agrees with today’s code',
    async (_name, json) => {
      const { status, body } = await ask('/replay', JSON.parse(json));
      expect(status).toBe(200);
      expect(replayVerdictSchema.parse(body)).toMatchObject({ outcome: 'agrees', difference: null });
    },
  );

  it('is refused if it is none, whatever it is', async () => {
    for (const [sent, refusal] of [
      [{ hello: 1 }, 'not_a_history'],
      [{ events: [] }, 'not_whole'],
      [[], 'not_a_history'],
    ]) {
      const { status, body } = await ask('/replay', sent);
      expect(status).toBe(200);
      expect(body).toMatchObject({ outcome: 'refused', refusal });
    }
  });
});

/** What a history's payloads say. */
function payloads(history: Record<string, unknown>): string {
  let said = '';
  JSON.stringify(history, (key, value: unknown) => {
    if (key === 'data' && typeof value === 'string') said += Buffer.from(value, 'base64').toString();
    return value;
  });
  return said;
}
