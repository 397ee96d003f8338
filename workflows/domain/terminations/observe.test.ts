import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCondition } from '../../../test/support/randomConversation.ts';
import type { MessageFacts } from '../message.ts';
import type { TerminationCondition, TerminationState } from './condition.ts';
import { initialTermination, observeTermination, watchedTexts } from './observe.ts';

const APPROVE: TerminationCondition = { kind: 'text_mention', text: 'APPROVE', sources: null };
const DONE: TerminationCondition = { kind: 'text_mention', text: 'DONE', sources: null };
const upTo = (maxMessages: number): TerminationCondition => ({ kind: 'max_messages', maxMessages });

function says(source: string, ...mentions: string[]): MessageFacts {
  return { seq: 0, type: 'TextMessage', source, mentions };
}

/** What a condition says after each check: each check is shown some messages, or a request to stop. */
function verdicts(condition: TerminationCondition, checks: (MessageFacts[] | 'stop')[]): (string | null)[] {
  let state: TerminationState = initialTermination(condition);
  return checks.map((check) => {
    const delta =
      check === 'stop' ? { messages: [], stopRequested: true } : { messages: check, stopRequested: false };
    state = observeTermination(condition, state, delta);
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
      { messages: [says('a')], stopRequested: false },
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
    ).toEqual([null, "Text 'APPROVE' mentioned, Text 'DONE' mentioned"]);
  });
});

describe('a condition of any shape', () => {
  const checks = fc.array(
    fc.oneof(
      fc.constant('stop' as const),
      fc.array(
        fc
          .record({ who: fc.constantFrom('user', 'p0', 'p1'), what: fc.subarray(['APPROVE', 'DONE']) })
          .map(({ who, what }) => says(who, ...what)),
        { maxLength: 3 },
      ),
    ),
    { maxLength: 15 },
  );

  it('says the same again from a stored state', () => {
    fc.assert(
      fc.property(anyCondition, checks, (condition, all) => {
        let state = initialTermination(condition);
        const again = all.map((check) => {
          state = observeTermination(condition, JSON.parse(JSON.stringify(state)) as TerminationState, {
            messages: check === 'stop' ? [] : check,
            stopRequested: check === 'stop',
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

describe('the texts that are watched for', () => {
  it('are those of every text mention in the tree, each once', () => {
    const tree: TerminationCondition = {
      kind: 'or',
      conditions: [APPROVE, upTo(3), { kind: 'and', conditions: [DONE, APPROVE, { kind: 'external' }] }],
    };
    expect(watchedTexts(tree)).toEqual(['APPROVE', 'DONE']);
  });

  it('are none where nothing ends the conversation', () => {
    expect(watchedTexts(null)).toEqual([]);
  });
});
