import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCondition, anyFacts } from '../../../test/support/randomTermination.ts';
import type { MessageFacts } from '../message.ts';
import type { TerminationCondition, TerminationState } from './condition.ts';
import { initialTermination, observeTermination } from './observe.ts';

const APPROVE: TerminationCondition = { kind: 'text_mention', text: 'APPROVE', sources: null };
const DONE: TerminationCondition = { kind: 'text_mention', text: 'DONE', sources: null };
const upTo = (maxMessages: number): TerminationCondition => ({
  kind: 'max_messages',
  maxMessages,
  includeAgentEvents: false,
});

function says(source: string, ...mentions: string[]): MessageFacts {
  return { seq: 0, type: 'TextMessage', source, mentions };
}

/** What a condition says after each check: each check is shown some messages, or a request to stop. */
function verdicts(condition: TerminationCondition, checks: (MessageFacts[] | 'stop')[]): (string | null)[] {
  let state: TerminationState = initialTermination(condition);
  return checks.map((check) => {
    state = observeTermination(condition, state, {
      messages: check === 'stop' ? [] : check,
      stopRequested: check === 'stop',
      nowMs: 0,
    });
    return state.fired;
  });
}

describe('maximum messages', () => {
  it('counts over all checks and fires at the number, with the count in AutoGen’s words', () => {
    expect(verdicts(upTo(3), [[says('user')], [says('a')], [says('b')]])).toEqual([
      null,
      null,
      'Maximum number of messages 3 reached, current message count: 3',
    ]);
  });

  it('names the true count where one check brings it beyond the number', () => {
    expect(verdicts(upTo(2), [[says('a'), says('b'), says('c')]])).toEqual([
      'Maximum number of messages 2 reached, current message count: 3',
    ]);
  });
});

describe('text mention', () => {
  it('fires on a message that contains the text', () => {
    expect(verdicts(APPROVE, [[says('a')], [says('b'), says('c', 'APPROVE')]])).toEqual([
      null,
      "Text 'APPROVE' mentioned",
    ]);
  });

  it('is deaf to a different watched text', () => {
    expect(verdicts(APPROVE, [[says('a', 'DONE')]])).toEqual([null]);
  });

  it('hears only its sources where it has some', () => {
    const fromCritic: TerminationCondition = { kind: 'text_mention', text: 'APPROVE', sources: ['critic'] };
    expect(verdicts(fromCritic, [[says('user', 'APPROVE')], [says('critic', 'APPROVE')]])).toEqual([
      null,
      "Text 'APPROVE' mentioned",
    ]);
  });
});

describe('external', () => {
  it('fires at the check after somebody asked to stop', () => {
    expect(verdicts({ kind: 'external' }, [[says('a')], 'stop'])).toEqual([
      null,
      'External termination requested',
    ]);
  });
});

describe('events', () => {
  const event = (type: MessageFacts['type'], more: Partial<MessageFacts> = {}): MessageFacts => ({
    seq: 0,
    type,
    source: 'a',
    mentions: [],
    ...more,
  });

  it('count as messages only where the condition says so', () => {
    const turn = [event('ToolCallRequestEvent'), event('ToolCallExecutionEvent'), says('a')];
    expect(verdicts(upTo(2), [turn, [says('b')]])).toEqual([
      null,
      'Maximum number of messages 2 reached, current message count: 2',
    ]);
    expect(verdicts({ kind: 'max_messages', maxMessages: 2, includeAgentEvents: true }, [turn])).toEqual([
      'Maximum number of messages 2 reached, current message count: 3',
    ]);
  });

  it.each<[string, TerminationCondition, MessageFacts, string]>([
    ['a stop message', { kind: 'stop_message' }, event('StopMessage'), 'Stop message received'],
    [
      'a handoff',
      { kind: 'handoff', target: 'user' },
      event('HandoffMessage', { target: 'user' }),
      'Handoff to user from a detected.',
    ],
    [
      'a source, by an event too',
      { kind: 'source_match', sources: ['b', 'a'] },
      event('ThoughtEvent'),
      "'a' answered",
    ],
    ['any text message', { kind: 'text_message', source: null }, says('a'), "Text message received from 'a'"],
    [
      'one’s text message',
      { kind: 'text_message', source: 'a' },
      says('a'),
      "Text message received from 'a'",
    ],
    [
      'a function’s execution',
      { kind: 'function_call', functionName: 'pay' },
      event('ToolCallExecutionEvent', { functions: ['pay'] }),
      "Function 'pay' was executed.",
    ],
    [
      'an expression',
      { kind: 'expression', expression: 'source == "a"' },
      event('TextMessage', { matches: ['source == "a"'] }),
      'Functional termination condition met',
    ],
    [
      'a mention in an event',
      APPROVE,
      event('ToolCallExecutionEvent', { mentions: ['APPROVE'] }),
      "Text 'APPROVE' mentioned",
    ],
  ])('end it: %s', (_what, condition, message, reason) => {
    expect(verdicts(condition, [[event('ThoughtEvent', { source: 'other' })], [message]])).toEqual([
      null,
      reason,
    ]);
  });

  it.each<[string, TerminationCondition, MessageFacts]>([
    ['a handoff to another', { kind: 'handoff', target: 'user' }, event('HandoffMessage', { target: 'b' })],
    ['another’s text message', { kind: 'text_message', source: 'b' }, says('a')],
    [
      'a summary, which is no text message',
      { kind: 'text_message', source: null },
      event('ToolCallSummaryMessage'),
    ],
    [
      'a request for a function, which is not its execution',
      { kind: 'function_call', functionName: 'pay' },
      event('ToolCallRequestEvent', { functions: ['pay'] }),
    ],
    ['another source', { kind: 'source_match', sources: ['b'] }, says('a')],
  ])('do not end it: %s', (_what, condition, message) => {
    expect(verdicts(condition, [[message]])).toEqual([null]);
  });
});

describe('token usage', () => {
  const usage = { promptTokens: 30, completionTokens: 5 };
  const limits = { maxTotal: null, maxPrompt: null, maxCompletion: null };

  it.each([{ maxTotal: 70 }, { maxPrompt: 60 }, { maxCompletion: 10 }])('ends it at %o', (limit) => {
    const turn = [{ ...says('a'), usage }];
    expect(verdicts({ kind: 'token_usage', ...limits, ...limit }, [turn, [says('b')], turn])).toEqual([
      null,
      null,
      'Token usage limit reached, total token count: 70, prompt token count: 60, completion token count: 10.',
    ]);
  });
});

describe('cost', () => {
  it('counts messages and what left none', () => {
    const condition: TerminationCondition = { kind: 'cost', maxMicroUsd: 250_000 };
    const paid = { ...says('a'), costMicroUsd: 120_000 };
    const check = { messages: [paid], stopRequested: false, nowMs: 0 };
    const before = observeTermination(condition, initialTermination(condition), check);
    expect(before.fired).toBeNull();
    const after = observeTermination(condition, before, { ...check, silentCostMicroUsd: 10_500 });
    expect(after.fired).toBe('Cost limit of $0.25 reached, spent $0.2505');
  });
});

describe('timeout', () => {
  it.each([
    [5, 'Timeout of 5.0 seconds reached'],
    [0.5, 'Timeout of 0.5 seconds reached'],
  ])('of %d seconds counts from its first check', (seconds, reason) => {
    const condition: TerminationCondition = { kind: 'timeout', seconds };
    let state = initialTermination(condition);
    const fired = [1000, 1000 + seconds * 1000 - 1, 1000 + seconds * 1000].map((nowMs) => {
      state = observeTermination(condition, state, { messages: [], stopRequested: false, nowMs });
      return state.fired;
    });
    expect(fired).toEqual([null, null, reason]);
  });
});

describe('or', () => {
  it('fires when any branch does', () => {
    expect(
      verdicts({ kind: 'or', conditions: [APPROVE, upTo(5)] }, [[says('a')], [says('b', 'APPROVE')]]),
    ).toEqual([null, "Text 'APPROVE' mentioned"]);
  });

  it('looks at all branches and joins their reasons with a comma', () => {
    expect(
      verdicts({ kind: 'or', conditions: [DONE, APPROVE, upTo(1)] }, [[says('a', 'APPROVE', 'DONE')]]),
    ).toEqual([
      "Text 'DONE' mentioned, Text 'APPROVE' mentioned, Maximum number of messages 1 reached, current message count: 1",
    ]);
  });

  it('does not latch: a branch that fired long ago is no reason now', () => {
    const state = observeTermination(
      { kind: 'or', conditions: [APPROVE] },
      { kind: 'or', fired: 'before', conditions: [{ kind: 'text_mention', fired: 'before' }] },
      { messages: [says('a')], stopRequested: false, nowMs: 0 },
    );
    expect(state.fired).toBeNull();
  });
});

describe('and', () => {
  it('latches its branches and fires on the check at which the last one does', () => {
    expect(
      verdicts({ kind: 'and', conditions: [APPROVE, DONE] }, [
        [says('a', 'APPROVE')],
        [says('b')],
        [says('c', 'DONE')],
      ]),
    ).toEqual([null, null, "Text 'APPROVE' mentioned, Text 'DONE' mentioned"]);
  });

  it('gives the reasons in the order in which the branches fired', () => {
    expect(
      verdicts({ kind: 'and', conditions: [APPROVE, DONE] }, [[says('a', 'DONE')], [says('b', 'APPROVE')]]),
    ).toEqual([null, "Text 'DONE' mentioned, Text 'APPROVE' mentioned"]);
  });

  it('keeps the words of a branch as they were when it fired', () => {
    expect(
      verdicts({ kind: 'and', conditions: [upTo(1), DONE] }, [[says('a')], [says('b'), says('c', 'DONE')]]),
    ).toEqual([
      null,
      "Maximum number of messages 1 reached, current message count: 1, Text 'DONE' mentioned",
    ]);
  });

  it('latches an or within it, and latches inside an or around it', () => {
    const either: TerminationCondition = { kind: 'or', conditions: [APPROVE, { kind: 'external' }] };
    expect(verdicts({ kind: 'and', conditions: [either, DONE] }, ['stop', [says('a', 'DONE')]])).toEqual([
      null,
      "External termination requested, Text 'DONE' mentioned",
    ]);
    const both: TerminationCondition = { kind: 'and', conditions: [APPROVE, DONE] };
    expect(
      verdicts({ kind: 'or', conditions: [both, upTo(9)] }, [[says('a', 'DONE')], [says('b', 'APPROVE')]]),
    ).toEqual([null, "Text 'DONE' mentioned, Text 'APPROVE' mentioned"]);
  });
});

describe('a condition of any shape', () => {
  const checks = fc.array(fc.oneof(fc.constant('stop' as const), fc.array(anyFacts, { maxLength: 3 })), {
    maxLength: 15,
  });

  it('says the same again from a stored state', () => {
    fc.assert(
      fc.property(anyCondition, checks, (condition, all) => {
        let state = initialTermination(condition);
        const again = all.map((check) => {
          state = observeTermination(condition, JSON.parse(JSON.stringify(state)) as TerminationState, {
            messages: check === 'stop' ? [] : check,
            stopRequested: check === 'stop',
            nowMs: 0,
          });
          return state.fired;
        });
        expect(again).toEqual(verdicts(condition, all));
      }),
    );
  });

  it('fires as an or exactly where one of its branches would have alone', () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, checks, (left, right, all) => {
        const alone = [verdicts(left, all), verdicts(right, all)];
        const joined = all.map((_check, index) => {
          const reasons = alone.flatMap((each) => (each[index] == null ? [] : [each[index]]));
          return reasons.length === 0 ? null : reasons.join(', ');
        });
        expect(verdicts({ kind: 'or', conditions: [left, right] }, all)).toEqual(joined);
      }),
    );
  });

  it('fires as an and from the check at which the last of its branches first did', () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, checks, (left, right, all) => {
        const first = (condition: TerminationCondition) =>
          verdicts(condition, all).findIndex((fired) => fired !== null);
        const firsts = [first(left), first(right)];
        const expected = firsts.includes(-1) ? -1 : Math.max(...firsts);
        expect(
          verdicts({ kind: 'and', conditions: [left, right] }, all).findIndex((fired) => fired !== null),
        ).toBe(expected);
      }),
    );
  });
});
