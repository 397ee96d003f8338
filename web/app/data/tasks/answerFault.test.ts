import { describe, expect, it } from '@jest/globals';
import { answerFault } from './answerFault.ts';

describe('what is wrong with an answer', () => {
  it('wants edited arguments to be a JSON object', () => {
    const edit = (text: string) => answerFault('approve_tool_call', 'edit', text);
    expect(edit('{"a": 1}')).toBeNull();
    expect(edit('[1]')).toContain('JSON object');
    expect(edit('null')).toContain('JSON object');
    expect(edit('{"a": }')).toContain('no JSON');
  });

  it('wants words with a draft that is sent back, and none with a call that is not made', () => {
    expect(answerFault('review_message', 'reject', '')).toContain('differently');
    expect(answerFault('approve_tool_call', 'reject', '')).toBeNull();
    expect(answerFault('review_message', 'edit', 'no JSON')).toBeNull();
  });
});
