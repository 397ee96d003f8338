import { describe, expect, test } from '@jest/globals';
import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import { catalogue as english } from '../../languages/en/catalogue.ts';
import { addLanguage } from '../../languages/translator.ts';
import { formatOf } from '../../views/format/createFormat.ts';
import { terminationInWords as inWords } from './terminationInWords.ts';

const translator = addLanguage('en', english);
const terminationInWords = (condition: TerminationCondition) =>
  inWords(condition, { t: translator.t, format: formatOf(translator) });

describe('terminationInWords', () => {
  test('says each condition as a sentence’s part', () => {
    expect(
      terminationInWords({ kind: 'max_messages', maxMessages: 12, includeAgentEvents: false }).text,
    ).toBe('there are 12 messages');
    expect(terminationInWords({ kind: 'max_messages', maxMessages: 1, includeAgentEvents: false }).text).toBe(
      'there is 1 message',
    );
    expect(terminationInWords({ kind: 'external' }).text).toBe('a person stops it');
    expect(terminationInWords({ kind: 'text_mention', text: 'DONE', sources: null }).text).toBe(
      'anyone writes “DONE”',
    );
    expect(terminationInWords({ kind: 'text_mention', text: 'OK', sources: ['a', 'b', 'c'] }).text).toBe(
      'a, b, or c writes “OK”',
    );
  });

  test.each<[TerminationCondition, string]>([
    [{ kind: 'max_messages', maxMessages: 3, includeAgentEvents: true }, 'there are 3 messages and events'],
    [{ kind: 'stop_message' }, 'someone sends a stop message'],
    [
      { kind: 'token_usage', maxTotal: 5_000, maxPrompt: null, maxCompletion: 1 },
      'model calls have used 5,000 tokens or 1 completion token',
    ],
    [{ kind: 'cost', maxMicroUsd: 1_500_000 }, 'model calls have cost $1.50'],
    [{ kind: 'timeout', seconds: 600 }, 'it has run for 10 minutes'],
    [{ kind: 'handoff', target: 'user' }, 'someone hands over to user'],
    [{ kind: 'source_match', sources: ['a'] }, 'a has spoken'],
    [{ kind: 'text_message', source: null }, 'anyone writes a text message'],
    [{ kind: 'function_call', functionName: 'search' }, 'the tool search has run'],
    [{ kind: 'expression', expression: 'type == "x"' }, 'a message matches type == "x"'],
  ])('says %j', (condition, words) => {
    expect(terminationInWords(condition).text).toBe(words);
  });

  test('keeps the tree', () => {
    const words = terminationInWords({
      kind: 'or',
      conditions: [
        { kind: 'external' },
        {
          kind: 'and',
          conditions: [
            { kind: 'external' },
            { kind: 'max_messages', maxMessages: 3, includeAgentEvents: false },
          ],
        },
      ],
    });
    expect(words).toEqual({
      text: 'any of these is true',
      parts: [
        { text: 'a person stops it', parts: [] },
        {
          text: 'all of these are true',
          parts: [
            { text: 'a person stops it', parts: [] },
            { text: 'there are 3 messages', parts: [] },
          ],
        },
      ],
    });
  });

  test('makes no list of one', () => {
    expect(terminationInWords({ kind: 'and', conditions: [{ kind: 'external' }] })).toEqual({
      text: 'a person stops it',
      parts: [],
    });
  });
});
