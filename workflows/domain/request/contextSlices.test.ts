import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ModelContextConfig } from '../modelContext/config.ts';
import { summaryCovers } from '../modelContext/kinds/summarizing.ts';
import { contextSlices } from './contextSlices.ts';
import type { LlmMessage } from './llmMessage.ts';
import { sliced } from './slices.ts';

const said = (content: string): LlmMessage => ({ role: 'user', source: 'user', content });
const CALLS: LlmMessage = { role: 'assistant_calls', source: 'writer', calls: [], thought: null };
const RESULTS: LlmMessage = { role: 'results', results: [] };
const view = ['0', '1', '2', '3', '4', '5'].map(said);

/** One token a message, and two for the frame. */
const limits = { countTokens: (messages: readonly LlmMessage[]) => messages.length + 2, windowTokens: 5 };

function shown(
  config: ModelContextConfig,
  messages: readonly LlmMessage[],
  summary?: { text: string; covers: number },
) {
  return sliced(messages, contextSlices(config, messages, limits, summary ?? null)).map((message) =>
    message.role === 'user' ? message.content : message.role,
  );
}

describe('a buffered context', () => {
  it('shows the newest messages', () => {
    expect(shown({ kind: 'buffered', size: 2 }, view)).toEqual(['4', '5']);
    expect(shown({ kind: 'buffered', size: 9 }, view)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('leaves results out whose call fell out of it', () => {
    expect(shown({ kind: 'buffered', size: 2 }, [said('0'), CALLS, RESULTS, said('3')])).toEqual(['3']);
    expect(shown({ kind: 'buffered', size: 3 }, [said('0'), CALLS, RESULTS, said('3')])).toEqual([
      'assistant_calls',
      'results',
      '3',
    ]);
  });
});

describe('a context of head and tail', () => {
  const config = { kind: 'head_and_tail', head: 2, tail: 1 } as const;

  it('says how many messages it leaves out between them', () => {
    expect(shown(config, view)).toEqual(['0', '1', 'Skipped 3 messages.', '5']);
    expect(shown(config, view.slice(0, 3))).toEqual(['0', '1', '2']);
  });

  it('leaves a call out at the end of the head, and results at the beginning of the tail', () => {
    expect(shown(config, [said('0'), CALLS, said('2'), said('3'), RESULTS])).toEqual([
      '0',
      'Skipped 2 messages.',
    ]);
  });
});

describe('a context limited in tokens', () => {
  it('leaves messages out from the middle until the rest fits', () => {
    expect(shown({ kind: 'token_limited', limit: 6 }, view)).toEqual(['0', '1', '4', '5']);
    expect(shown({ kind: 'token_limited', limit: 100 }, view)).toHaveLength(6);
  });

  it('fits into the model’s window where the team names no limit', () => {
    expect(shown({ kind: 'token_limited', limit: null }, view)).toEqual(['0', '1', '5']);
  });

  it('does not begin with results', () => {
    expect(shown({ kind: 'token_limited', limit: 100 }, [RESULTS, said('1')])).toEqual(['1']);
  });

  it('shows nothing where nothing fits', () => {
    expect(shown({ kind: 'token_limited', limit: 1 }, view)).toEqual([]);
  });
});

describe('a summarising context', () => {
  const config = { kind: 'summarizing', keep: 2, summarizeAfter: 3, model: null, prompt: null } as const;

  it('shows everything until enough stands before what it keeps', () => {
    expect([0, 4, 5, 7, 8, 11].map((length) => summaryCovers(config, length))).toEqual([0, 0, 3, 3, 6, 9]);
    expect(shown(config, view)).toHaveLength(6);
  });

  it('shows the summary in the place of what it covers', () => {
    expect(shown(config, view, { text: 'In short', covers: 3 })).toEqual(['In short', '3', '4', '5']);
    expect(shown(config, [said('0'), said('1'), CALLS, RESULTS], { text: 'In short', covers: 3 })).toEqual([
      'In short',
    ]);
  });
});

describe('whatever a view holds', () => {
  const anyMessage = fc.constantFrom<LlmMessage>(said('x'), CALLS, RESULTS);
  const anyConfig = fc.oneof<fc.Arbitrary<ModelContextConfig>[]>(
    fc.constant({ kind: 'unbounded' }),
    fc.record({ kind: fc.constant('buffered' as const), size: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      kind: fc.constant('head_and_tail' as const),
      head: fc.integer({ min: 1, max: 4 }),
      tail: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('token_limited' as const), limit: fc.integer({ min: 1, max: 12 }) }),
  );

  it('slices are in order, do not overlap, and stay within it', () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 12 }), anyConfig, (messages, config) => {
        let end = 0;
        for (const slice of contextSlices(config, messages, limits)) {
          if (slice.kind === 'literal') continue;
          expect(slice.from).toBeGreaterThanOrEqual(end);
          end = Math.max(end, slice.to);
          expect(slice.to).toBeLessThanOrEqual(messages.length);
        }
      }),
    );
  });
});
