import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spokenOf } from './thinking.ts';

describe('the thinking of an answer', () => {
  it.each<[string, string, string, string | null, string]>([
    ['is taken off', 'unknown', '<think>Hm.</think>\n\nRain.', 'Hm.', 'Rain.'],
    ['is taken off behind blank lines', 'qwen', '\n <think>Hm.</think>Rain.', 'Hm.', 'Rain.'],
    ['is taken off where it is empty', 'qwen', '<think>\n\n</think>\n\nRain.', null, 'Rain.'],
    ['is taken off each time', 'unknown', '<think>A</think>\n<think>B</think>Rain.', 'A\n\nB', 'Rain.'],
    [
      'is taken off where only its end is there',
      'unknown',
      'Hm.\nWet.\n</think>\n\nRain.',
      'Hm.\nWet.',
      'Rain.',
    ],
    ['goes by Magistral’s marks', 'mistral', '[THINK]Hm.[/THINK]Rain.', 'Hm.', 'Rain.'],
    ['goes by Kimi’s marks', 'unknown', '◁think▷Hm.◁/think▷Rain.', 'Hm.', 'Rain.'],
    ['goes by other tags', 'claude-3-haiku', '<thinking>Hm.</thinking> Rain.', 'Hm.', 'Rain.'],
    ['of R1 goes with what stands before it', 'r1', 'So: <think>Hm.</think> Rain.', 'Hm.', 'Rain.'],
    [
      'is none where the tag is what the answer is about',
      'gpt-4o',
      'Write <think>x</think> first.',
      null,
      'Write <think>x</think> first.',
    ],
    [
      'is none where its end is mentioned',
      'gpt-4o',
      'It ends with </think> then.',
      null,
      'It ends with </think> then.',
    ],
    ['is none where it has no end', 'unknown', '<think>Hm. Rain.', null, '<think>Hm. Rain.'],
  ])('%s (%s)', (_what, family, text, thought, spoken) => {
    expect(spokenOf(text, family)).toEqual({ thought, text: spoken });
  });

  it('is all that there is where the answer was cut within it', () => {
    expect(spokenOf('<think>Hm. Perhaps', 'unknown', true)).toEqual({ thought: 'Hm. Perhaps', text: '' });
  });

  it('is never part of what is said, whatever is thought', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (thought, said) => {
        fc.pre(!/think|thought/i.test(thought + said));
        const read = spokenOf(`<think>${thought}</think>${said}`, 'unknown');
        expect(read.text).toBe(said.trim());
        expect(read.thought ?? '').toBe(thought.trim());
      }),
    );
  });

  it('leaves an answer without marks as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/think|thought|THINK/.test(text));
        expect(spokenOf(text, 'unknown')).toEqual({ thought: null, text });
      }),
    );
  });
});
