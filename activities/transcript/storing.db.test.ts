import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calls, text } from '../../test/support/scriptedReply.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import { placeOf, replyInput } from '../test/inputs.ts';
import { rowsOf } from '../test/rows.ts';
import { failureOf, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
let tools: ToolServer;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  tools = await startToolServer();
});
afterEach(async () => {
  await tools.close();
  await stage.database.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse ON message');
  await stage.database.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse ON model_call');
  await stage.database.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse ON tool_call');
});

/** From now on the database refuses such a write, as it would a value that it cannot take. */
async function refuse(table: 'message' | 'model_call' | 'tool_call', when: string): Promise<void> {
  await stage.database.$executeRawUnsafe(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'not this one' USING ERRCODE = '22P05'; END $$`);
  await stage.database.$executeRawUnsafe(
    `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse()`,
  );
}

const odd = fc
  .array(fc.constantFrom('a', '\0', '\ud83d', '\ude00', '😀', '\u0001', '\u001b[2J', '\n', '"', '\\u0000'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `x${parts.join('')}`);

describe('what comes from outside', () => {
  it('is stored at the first try, whatever characters it has: an answer', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (said) => {
        const ref = await stage.conversation(team([agent('writer')]));
        stage.model.script(text(said));
        await run(stage, 'generateReply', replyInput(ref));
        const { messages, calls: made } = await rowsOf(stage.database, ref.conversationId);
        // What the wire makes of half a character is its own affair.
        expect(storableText(messages.at(-1)?.content ?? '')).toBe(messages.at(-1)?.content);
        expect(made.map(({ state }) => state)).toEqual(['completed']);
      }),
      { numRuns: 25 },
    );
  });

  it('is stored at the first try, whatever characters it has: a call of a tool and its result', async () => {
    await fc.assert(
      fc.asyncProperty(odd, odd, async (given, id) => {
        const clerk = agent('writer', { tools: [tools.tool('pay')] });
        const ref = await stage.conversation(team([clerk]));
        stage.model.script(calls([{ id, name: 'pay', arguments: { what: given } }]));
        await run(stage, 'generateReply', replyInput(ref));
        const before = tools.calls.length;
        await run(stage, 'callTool', {
          ...placeOf(ref, { nextSeq: 2 }),
          index: 0,
          tool: 'pay',
          mayRepeat: false,
        });
        expect(tools.calls).toHaveLength(before + 1);
        const row = await stage.database.toolCall.findFirstOrThrow({
          where: { conversationId: ref.conversationId },
        });
        expect(row.state).toBe('completed');
        const facts = await run(stage, 'recordToolResults', {
          ...placeOf(ref, { nextSeq: 2 }),
          requestSeq: 1,
          then: 'summary',
        });
        expect(facts).toHaveLength(2);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a result that the database refuses', () => {
  it('does not have the model asked again: the answer stands in the ledger, and a person is asked', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    await refuse('message', `NEW.content = 'Refused'`);
    stage.model.script(text('Refused'));
    const sent = stage.model.requests.length;
    const failure = await failureOf(run(stage, 'generateReply', replyInput(ref)));
    expect(failure).toMatchObject({ type: 'result_not_stored', nonRetryable: true });
    expect(failure.message).toBe(
      "The model has answered, but the result could not be stored: see the worker's log",
    );
    expect(stage.model.requests).toHaveLength(sent + 1);
    const { calls: made, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(made).toMatchObject([{ state: 'completed', response: { content: 'Refused' } }]);
    expect(conversation.unpricedCalls).toBe(1);
  });

  it('is final also where not even the ledger takes it', async () => {
    const ref = await stage.conversation(team([agent('writer')]));
    await refuse('model_call', `NEW.state = 'completed'`);
    stage.model.script(text('Refused'));
    const sent = stage.model.requests.length;
    expect(await failureOf(run(stage, 'generateReply', replyInput(ref)))).toMatchObject({
      type: 'result_not_stored',
      nonRetryable: true,
    });
    expect(stage.model.requests).toHaveLength(sent + 1);
  });

  it.each([false, true])('does not have the tool called again (repeatable: %s)', async (mayRepeat) => {
    const clerk = agent('writer', { tools: [tools.tool('pay')] });
    const ref = await stage.conversation(team([clerk]));
    stage.model.script(calls([{ id: 'c1', name: 'pay', arguments: { what: 'rent' } }]));
    await run(stage, 'generateReply', replyInput(ref));
    await refuse('tool_call', `NEW.state = 'completed'`);
    const input = { ...placeOf(ref, { nextSeq: 2 }), index: 0, tool: 'pay', mayRepeat };
    expect(await failureOf(run(stage, 'callTool', input, { activityId: '2' }))).toMatchObject({
      type: 'result_not_stored',
      nonRetryable: true,
    });
    expect(tools.calls).toHaveLength(1);
  });
});

it('an activity that fails in unforeseen ways does so a few times, and then for a person', async () => {
  const ref = await stage.conversation(team([agent('writer')]));
  await refuse('model_call', 'TRUE');
  const sent = stage.model.requests.length;
  const attempt = (number: number) =>
    failureOf(run(stage, 'generateReply', replyInput(ref), { attempt: number }));
  expect(await attempt(5)).not.toHaveProperty('type');
  expect(await attempt(6)).toMatchObject({ type: 'unexpected_error', nonRetryable: true });
  expect(stage.model.requests).toHaveLength(sent);
});
