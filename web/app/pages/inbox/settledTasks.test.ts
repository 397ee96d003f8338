import { describe, expect, it } from '@jest/globals';
import { settledTasks } from './settledTasks.ts';

const items = (...ids: string[]) => ids.map((id) => ({ task: { id } }));

describe('the open tasks of a page that stays open', () => {
  it('are those that stood there, whatever came before or between them', () => {
    expect(settledTasks(items('new', 'a', 'newer', 'b'), new Set(['a', 'b']))).toEqual({
      shown: items('a', 'b'),
      newCount: 2,
    });
  });

  it('lose what has been answered', () => {
    expect(settledTasks(items('b'), new Set(['a', 'b']))).toEqual({ shown: items('b'), newCount: 0 });
  });

  it('are all where none that stood there is left', () => {
    expect(settledTasks(items('new'), new Set(['a']))).toEqual({ shown: items('new'), newCount: 0 });
  });
});
