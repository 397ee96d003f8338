import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type EnvelopeServer, startEnvelopeServer } from '../../web/test/support/envelopeServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { callStatesOf, eventually, transcriptOf } from '../../worker/test/transcript.ts';
import { createGate, type Gate, text } from '../support/scriptedReply.ts';
import { type FaultStage, setFaultStage } from './faultStage.ts';

jest.setTimeout(480_000);

const KEY = 'sk-this-must-never-be-seen-0123';

let sentry: EnvelopeServer;
let stage: FaultStage;
beforeAll(async () => {
  sentry = await startEnvelopeServer();
  stage = await setFaultStage({ SENTRY_DSN: sentry.dsn, OPENAI_API_KEY: KEY });
});
afterAll(async () => {
  await stage.close();
  await sentry.close();
});

const ALL_SAID = ['user: Write a haiku about rain.', 'writer: First', 'critic: Second', 'writer: I APPROVE'];

/** Starts a conversation of three replies whose second one is held after this many pieces. */
async function startHeldInSecondTurn(afterChunks: number): Promise<{ id: string; gate: Gate }> {
  const gate = createGate();
  const before = stage.model.requests.length;
  stage.model.script(
    text('First'),
    text('Second', { chunks: ['Sec', 'ond'], hold: { afterChunks, until: gate } }),
  );
  const id = await stage.start(team([agent('writer'), agent('critic')]));
  await stage.model.received(before + 2);
  return { id, gate };
}

/**
 * The transcript is as if nothing had happened, each message is there once, and no stored answer was paid for again.
 */
async function expectWhole(id: string, calls: string[]): Promise<void> {
  expect(await stage.result(id)).toEqual({ state: 'finished', stopReason: "Text 'APPROVE' mentioned" });
  const database = stage.database();
  expect(await transcriptOf(database, id)).toEqual(ALL_SAID);
  expect(await callStatesOf(database, id)).toEqual(calls);
  const messages = await database.message.findMany({ where: { conversationId: id, seq: { gt: 0 } } });
  expect(messages).toHaveLength(3);
  const row = await database.conversation.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ state: 'finished', messageCount: 4, turnCount: 3 });
  expect(row.unknownCalls).toBe(calls.filter((state) => state === 'unknown').length);
  expect(await database.liveText.count()).toBe(0);
  stage.model.verify();
}

describe('kill -9 of the worker', () => {
  it('during a model call: the turn is taken again, and the lost call is counted as unknown', async () => {
    const { id, gate } = await startHeldInSecondTurn(1);
    await eventually(
      () => stage.database().liveText.findFirst({ where: { conversationId: id } }),
      (live) => live?.text === 'Sec',
    );
    await stage.killWorker();
    gate.open();
    stage.model.script(text('Second'), text('I APPROVE'));
    await stage.startWorker();
    await expectWhole(id, ['completed', 'unknown', 'completed', 'completed']);
  });

  it("between the model's answer and the write: the answer is lost, and is reported as such", async () => {
    const { id, gate } = await startHeldInSecondTurn(0);
    stage.databaseLink.hold();
    gate.open();
    await stage.databaseLink.heldBack("'completed'");
    // Lost with its worker: it must not reach the database later.
    await stage.killWorker();
    stage.model.script(text('Second'), text('I APPROVE'));
    await stage.startWorker();
    await expectWhole(id, ['completed', 'unknown', 'completed', 'completed']);
  });

  it('after the write: the stored answer is kept, and no model is called for it again', async () => {
    const { id, gate } = await startHeldInSecondTurn(0);
    stage.temporalLink.hold();
    gate.open();
    await eventually(
      () => stage.database().message.count({ where: { conversationId: id, seq: 2 } }),
      (count) => count === 1,
    );
    await stage.killWorker();
    stage.model.script(text('I APPROVE'));
    await stage.startWorker();
    await expectWhole(id, ['completed', 'completed', 'completed']);
  });
});

describe('kill -9 of the Temporal server', () => {
  it('during a model call: the answer that arrives meanwhile is kept', async () => {
    const { id, gate } = await startHeldInSecondTurn(1);
    await stage.restartTemporal();
    stage.model.script(text('I APPROVE'));
    gate.open();
    await expectWhole(id, ['completed', 'completed', 'completed']);
  });
});

describe('a restart of the database', () => {
  it('during a model call: the answer that was paid for is written once the database is back', async () => {
    const { id, gate } = await startHeldInSecondTurn(1);
    const restarted = stage.restartDatabase();
    stage.model.script(text('I APPROVE'));
    gate.open();
    await restarted;
    await expectWhole(id, ['completed', 'completed', 'completed']);
  });
});

describe('a worker seen from outside', () => {
  it('reports in one line each the state of the database, of Temporal and of its own polling', async () => {
    const response = await fetch(stage.healthUrl);
    expect(await response.text()).toMatch(
      /^database: ok\nknowledge: pgvector .*\ntemporal: ok\nworker: last poll \d+ s ago\nevent loop: delay .*\nversion: .*\n$/,
    );
    expect(response.status).toBe(200);
  });

  it('answers 503 while the database cannot be reached', async () => {
    stage.databaseLink.hold();
    const response = await fetch(stage.healthUrl);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('temporal: ok');
    stage.databaseLink.release();
  });

  it('reports an unexpected error with the ids needed to find it, and with neither messages nor keys', async () => {
    const database = stage.database();
    await database.$executeRaw`ALTER TABLE live_text RENAME TO live_text_away`;
    stage.model.script(text('I APPROVE'));
    const id = await stage.start(team([agent('writer', { systemMessage: 'A secret system message' })]));
    await eventually(
      () => Promise.resolve(sentry.items('event')),
      (events) => events.length > 0,
    );
    await database.$executeRaw`ALTER TABLE live_text_away RENAME TO live_text`;
    // A request whose answer could not be stored is not repeated unless a person decides so.
    const task = await eventually(
      () => database.humanTask.findFirst({ where: { conversationId: id, state: 'open' } }),
      (found) => found !== null,
      30_000,
    );
    stage.model.script(text('I APPROVE'));
    await stage.answer({ id: task?.id ?? '', conversationId: id }, 'retry');
    await stage.result(id);
    const reported = sentry.raw();
    expect(reported).toContain(id);
    const seen = reported + stage.workerLog();
    for (const hidden of [KEY, 'A secret system message', 'haiku about rain', 'I APPROVE']) {
      expect(seen).not.toContain(hidden);
    }
    expect(stage.workerLog()).toContain(`"conversationId":"${id}"`);
  });
});
