import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calls } from '../../test/support/scriptedReply.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { ConversationRef, RecordToolResultsInput } from '../../workflows/contracts/activityTypes.ts';
import type { AgentParticipant } from '../../workflows/domain/team.ts';
import { placeOf, replyInput } from '../test/inputs.ts';
import { rowsOf, stampsOf } from '../test/rows.ts';
import { type As, openStage, run, type Stage } from '../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const SALES = { target: 'sales', description: 'To sales.', name: 'to_sales', message: 'Over to sales.' };

/** A conversation whose writer has made calls of which nothing remains to be done. */
async function settled(names: string[], changes: Partial<AgentParticipant> = {}): Promise<ConversationRef> {
  const ref = await stage.conversation(
    team([agent('writer', { handoffs: [SALES], ...changes }), agent('sales')], {
      termination: { kind: 'function_call', functionName: 'fly' },
    }),
  );
  const scripted = names.map((name, index) => ({ id: `c${String(index)}`, name, arguments: { a: index } }));
  stage.model.script(calls(scripted, { text: 'Let me see.' }));
  await run(stage, 'generateReply', replyInput(ref));
  return ref;
}

function record(ref: ConversationRef, then: RecordToolResultsInput['then'], as: As = {}) {
  const place = placeOf(ref, { seq: 2, readBefore: 1, nextSeq: 4 });
  return run(stage, 'recordToolResults', { ...place, requestSeq: 1, then }, { activityId: '2', ...as });
}

const NOT_FOUND = "Error: tool 'fly' not found in any workbench";
const written = async ({ conversationId }: ConversationRef) =>
  (await rowsOf(stage.database, conversationId)).messages.slice(2);

describe('the results of a round', () => {
  it('are an event, and the facts of it name the watched functions that ran', async () => {
    const ref = await settled(['fly', 'fly']);
    expect(await record(ref, 'reply')).toEqual([
      { seq: 2, type: 'ToolCallExecutionEvent', source: 'writer', mentions: [], functions: ['fly'] },
    ]);
    expect(await written(ref)).toMatchObject([
      {
        seq: 2,
        type: 'ToolCallExecutionEvent',
        readBefore: 1,
        body: {
          kind: 'tool_results',
          results: [
            { callId: 'c0', name: 'fly', isError: true },
            { callId: 'c1', name: 'fly', isError: true },
          ],
        },
      },
    ]);
  });

  it('end the turn as its message, in the agent’s format', async () => {
    const ref = await settled(['fly'], {
      toolCallSummaryFormat: '{tool_name}({arguments}) = {result}, {is_error}, {{}}',
    });
    await record(ref, 'summary');
    expect(await written(ref)).toMatchObject([
      { seq: 2, type: 'ToolCallExecutionEvent' },
      {
        seq: 3,
        type: 'ToolCallSummaryMessage',
        content: `fly({"a":0}) = ${NOT_FOUND}, True, {}`,
        body: { kind: 'tool_summary', calls: [{ name: 'fly' }], results: [{ name: 'fly' }] },
      },
    ]);
  });

  it('travel with a handoff to whom it is to', async () => {
    const ref = await settled(['fly', 'to_sales']);
    const [, handoff] = await record(ref, 'handoff');
    expect(handoff).toMatchObject({ seq: 3, type: 'HandoffMessage', target: 'sales' });
    expect((await written(ref))[1]).toMatchObject({
      content: 'Over to sales.',
      body: {
        kind: 'handoff',
        target: 'sales',
        context: [
          { kind: 'assistant_calls', calls: [{ name: 'fly' }], thought: 'Let me see.' },
          { kind: 'results', results: [{ name: 'fly' }] },
        ],
      },
    });
  });

  it('of a handoff alone are what the agent thought', async () => {
    const ref = await settled(['to_sales']);
    await record(ref, 'handoff');
    expect((await written(ref))[1]?.body).toMatchObject({
      context: [{ kind: 'assistant_text', source: 'writer', content: 'Let me see.' }],
    });
  });

  it('recorded twice stand once', async () => {
    const ref = await settled(['fly']);
    const first = await record(ref, 'summary');
    const { messages, conversation } = await rowsOf(stage.database, ref.conversationId);
    expect(await record(ref, 'summary', { attempt: 2 })).toEqual(first);
    const again = await rowsOf(stage.database, ref.conversationId);
    expect(again.messages).toEqual(messages);
    expect(again.conversation.messageCount).toBe(conversation.messageCount);
  });

  it('stand at the revision of their write', async () => {
    const ref = await settled(['fly']);
    const stamps = await stampsOf(stage.database, ref.conversationId, () => record(ref, 'summary'));
    expect(stamps.changed).toEqual([stamps.after, stamps.after]);
  });
});
