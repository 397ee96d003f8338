import { describe, expect, test } from '@jest/globals';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { changeHistory, type HistoryChange, historyOf } from './draftHistory.ts';

const TEXT = JSON.stringify(team({ participants: [agent({ name: 'a' }), agent({ name: 'b' })] }), null, 2);
const DESCRIPTION = ['description'];

const after = (...changes: HistoryChange[]) => changes.reduce(changeHistory, historyOf(TEXT));
const write = (value: string): HistoryChange => ({ kind: 'value', path: DESCRIPTION, value });

describe('the history of a draft', () => {
  test('goes back over what was typed in one step, and forth again', () => {
    const typed = after(write('N'), write('Ne'), write('New'));
    const back = changeHistory(typed, { kind: 'undo' });
    expect(back.draft.text).toBe(TEXT);
    expect(changeHistory(back, { kind: 'redo' }).draft.value).toMatchObject({ description: 'New' });
  });

  test('takes each change of something else as a step', () => {
    const removed: HistoryChange = { kind: 'value', path: ['participants'], value: [] };
    const history = after(write('New'), removed);
    expect(history.past).toHaveLength(2);
    expect(changeHistory(history, { kind: 'undo' }).draft.value).toMatchObject({
      description: 'New',
      participants: [{}, {}],
    });
  });

  test('brings back what was pasted over, also where that was no JSON', () => {
    const broken = after({ kind: 'text', text: '{ "half": ' }, write('New'));
    const back = changeHistory(broken, { kind: 'undo' });
    expect(back.draft.text).toBe('{ "half": ');
    expect(changeHistory(back, { kind: 'undo' }).draft.text).toBe(TEXT);
  });

  test('takes what is typed after something was written over as one with it', () => {
    const texts = ['x', 'xy', 'xyz'].map((word) => TEXT.replace('"A team of agents."', `"${word}"`));
    const typed = after(...texts.map((text): HistoryChange => ({ kind: 'text', text })));
    expect(changeHistory(typed, { kind: 'undo' }).draft.text).toBe(TEXT);
    const pasted = changeHistory(typed, { kind: 'text', text: '[]' });
    expect(changeHistory(pasted, { kind: 'undo' }).draft.text).toBe(texts.at(-1));
  });

  test('forgets what was taken back once something else is changed', () => {
    const history = after(write('One'), { kind: 'undo' }, write('Two'));
    expect(history.future).toEqual([]);
    expect(history.draft.value).toMatchObject({ description: 'Two' });
  });

  test('has no step for what changes nothing, nor beyond its ends', () => {
    const same = after({ kind: 'text', text: TEXT }, { kind: 'undo' }, { kind: 'redo' });
    expect(same.past).toEqual([]);
    expect(same.draft.text).toBe(TEXT);
  });
});
