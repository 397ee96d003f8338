import { describe, expect, it } from '@jest/globals';
import type { TaskMessage } from './entry.ts';
import { factsOf, textOf } from './factsOf.ts';

const message: TaskMessage & { seq: number } = {
  seq: 4,
  type: 'TextMessage',
  source: 'critic',
  content: 'I would approve. APPROVE!',
  body: null,
};
const watching = (...texts: string[]) => ({ texts, expressions: [], functions: [] });

describe('a message’s facts', () => {
  it('name the watched texts in it, and nothing else of it', () => {
    expect(factsOf(message, watching('APPROVE', 'DONE'))).toEqual({
      seq: 4,
      type: 'TextMessage',
      source: 'critic',
      mentions: ['APPROVE'],
    });
  });

  it('take a text in its own case only, and within words too, as AutoGen does', () => {
    const mentions = (content: string) => factsOf({ ...message, content }, watching('APPROVE')).mentions;
    expect(mentions('approve')).toEqual([]);
    expect(mentions('DISAPPROVED')).toEqual(['APPROVE']);
  });

  it('are as small for a long message as for a short one', () => {
    const long = factsOf({ ...message, content: 'x'.repeat(1_000_000) }, watching('APPROVE'));
    expect(JSON.stringify(long).length).toBeLessThan(100);
  });

  it('hold what the call cost, the expressions that hold and whom a handoff is to', () => {
    const cost = { usage: { promptTokens: 5, completionTokens: 2 }, costMicroUsd: 7 };
    const handoff: typeof message = {
      ...message,
      type: 'HandoffMessage',
      body: { kind: 'handoff', target: 'sales', context: [] },
    };
    expect(factsOf(handoff, watching(), ['source == "critic"'], cost)).toEqual({
      seq: 4,
      type: 'HandoffMessage',
      source: 'critic',
      mentions: [],
      usage: { promptTokens: 5, completionTokens: 2 },
      costMicroUsd: 7,
      target: 'sales',
      matches: ['source == "critic"'],
    });
  });

  it('leave out the target of what a society tells its team beforehand', () => {
    const told: typeof message = {
      ...message,
      type: 'HandoffMessage',
      body: { kind: 'handoff', target: '', context: [] },
    };
    expect(factsOf(told, watching())).not.toHaveProperty('target');
  });

  it('name of the functions that ran those that are watched, once each', () => {
    const results = ['pay', 'look_up', 'pay'].map((name, index) => ({
      callId: String(index),
      name,
      content: '',
      isError: false,
    }));
    const ran: typeof message = {
      ...message,
      type: 'ToolCallExecutionEvent',
      body: { kind: 'tool_results', results },
    };
    const watched = { ...watching(), functions: ['pay', 'refund'] };
    expect(factsOf(ran, watched).functions).toEqual(['pay']);
  });
});

describe('the text in which conditions look for words', () => {
  const call = { id: 'call_1', name: 'pay', arguments: '{"to": "O\'Hara"}' };
  const result = { callId: 'call_1', name: 'pay', content: "It's done\n", isError: true };

  it.each<[string, Pick<TaskMessage, 'content' | 'body'>, string]>([
    ['a text', { content: 'Plain', body: null }, 'Plain'],
    [
      'calls, as Python prints them',
      { content: '', body: { kind: 'tool_calls', calls: [call] } },
      `[FunctionCall(id='call_1', arguments='{"to": "O\\'Hara"}', name='pay')]`,
    ],
    [
      'results, as Python prints them',
      { content: '', body: { kind: 'tool_results', results: [result] } },
      `[FunctionExecutionResult(content="It's done\\n", name='pay', call_id='call_1', is_error=True)]`,
    ],
    [
      'who was selected',
      { content: '', body: { kind: 'speakers', speakers: ['writer', 'critic'] } },
      "['writer', 'critic']",
    ],
    [
      'a structured message, as it reads',
      {
        content: 'Grade: 5',
        body: { kind: 'structured', value: {}, formatString: null, raw: '{}', json: '{}' },
      },
      'Grade: 5',
    ],
  ])('%s', (_what, given, text) => {
    expect(textOf(given)).toBe(text);
  });
});
