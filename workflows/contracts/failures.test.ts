import { expect, it } from '@jest/globals';
import { failures, isFailureType } from './failures.ts';

it('what retrying can mend is retried, and nothing else', () => {
  const retried = Object.entries(failures).flatMap(([type, { retryable }]) => (retryable ? [type] : []));
  expect(retried).toEqual([
    'model_rate_limited',
    'model_unavailable',
    'model_unreachable',
    'model_timed_out',
    'model_malformed_answer',
    'model_empty_answer',
    'model_stream_cut',
    'model_answer_lost',
    'tool_unavailable',
    'knowledge_unavailable',
    'notice_unavailable',
    'database_unavailable',
    'temporal_unavailable',
  ]);
});

it('every failure has a title of its own for a person to read', () => {
  const titles = Object.values(failures).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toMatch(/^[A-Z].{10,}[^.]$/);
});

it('the list is closed', () => {
  for (const type of Object.keys(failures)) expect(isFailureType(type)).toBe(true);
  for (const type of ['', 'unknown', 'toString', '__proto__', 'MODEL_RATE_LIMITED']) {
    expect(isFailureType(type)).toBe(false);
  }
});
