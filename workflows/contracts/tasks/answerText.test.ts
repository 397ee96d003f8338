import { describe, expect, it } from '@jest/globals';
import { answerText } from './answerText.ts';

describe('what is wrong with an answer', () => {
  it('wants edited arguments to be a JSON object', () => {
    const edit = (text: string) => answerText('approve_tool_call', 'edit', text);
    expect(edit('{"a": 1}')).toEqual({ outcome: 'text', text: '{"a": 1}' });
    for (const [text, fault] of [
      ['[1]', 'JSON object'],
      ['null', 'JSON object'],
      ['{"a": }', 'not valid JSON'],
    ] as const) {
      expect(edit(text)).toEqual({
        outcome: 'malformed',
        message: expect.stringContaining(fault) as unknown,
      });
    }
  });

  it('wants words with a draft that is sent back, and none with a call that is not made', () => {
    expect(answerText('review_message', 'reject', '')).toEqual({
      outcome: 'missing',
      message: expect.stringContaining('differently') as unknown,
    });
    expect(answerText('approve_tool_call', 'reject', '')).toEqual({ outcome: 'text', text: '' });
    expect(answerText('review_message', 'edit', 'no JSON')).toEqual({ outcome: 'text', text: 'no JSON' });
  });

  it('wants words where the decision does, and takes none where it does not', () => {
    expect(answerText('review_message', 'approve', 'unasked')).toEqual({ outcome: 'text', text: '' });
    expect(answerText('review_message', 'edit', ' ')).toEqual({
      outcome: 'missing',
      message: expect.stringContaining('empty') as unknown,
    });
    expect(answerText('approve_tool_call', 'reject', null)).toEqual({ outcome: 'text', text: '' });
  });

  it('takes an empty reply where it was given as such', () => {
    expect(answerText('give_input', 'reply', '')).toEqual({ outcome: 'text', text: '' });
    expect(answerText('give_input', 'reply', null)).toMatchObject({ outcome: 'missing' });
  });
});
