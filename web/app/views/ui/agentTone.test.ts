import { describe, expect, test } from '@jest/globals';
import { agentTone, initials } from './agentTone.ts';

describe('agentTone', () => {
  test('is the same for the same name', () => {
    expect(agentTone('writer')).toBe(agentTone('writer'));
  });

  test('tells most names apart', () => {
    const tones = ['writer', 'editor', 'critic', 'researcher', 'planner', 'coder'].map(agentTone);
    expect(new Set(tones).size).toBeGreaterThanOrEqual(4);
  });
});

describe('initials', () => {
  test.each([
    ['Ada Lovelace', 'AL'],
    ['fact_checker', 'FC'],
    ['writer', 'WR'],
    ['Ω', 'Ω'],
    ['', '?'],
  ])('of %p are %p', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
