import { describe, expect, it } from '@jest/globals';
import { createStreamCheck } from './streamCheck.ts';

const change = (id: number, seqs: number[], state = 'running') => ({
  name: 'change',
  id: String(id),
  data: { conversation: { state }, messages: seqs.map((seq) => ({ seq })) },
});
const live = (offset: number, text: string) => ({
  name: 'live',
  id: '',
  data: { seq: 2, attempt: 1, offset, text },
});
const stored = [0, 1, 2].map((seq) => ({ seq, revision: seq + 1 }));

describe('what a reader of a stream gets', () => {
  it('is whole over a reconnect that goes on after what was seen', () => {
    const check = createStreamCheck();
    check.opened(0);
    check.take(change(2, [0, 1]));
    check.take(live(0, 'So '));
    check.take(live(3, 'far'));
    check.opened(2);
    check.take(live(0, 'So far'));
    check.take(change(5, [2], 'finished'));
    expect(check.faults(stored)).toEqual([]);
    expect([check.state(), check.reconnects(), check.events()]).toEqual(['finished', 1, 5]);
  });

  it('need not have what its page had before', () => {
    const check = createStreamCheck();
    check.opened(2);
    check.take(change(3, [2]));
    expect(check.faults(stored)).toEqual([]);
  });

  it.each([
    ['never came', 'message 1 never came', [change(1, [0]), change(3, [2])]],
    ['came twice', 'message 1 came twice', [change(2, [0, 1]), change(3, [1, 2])]],
    ['came out of order', 'revision 2 came after 3', [change(3, [0, 1, 2]), change(2, [])]],
    [
      'lacks a piece of a text',
      'text of message 2 goes on at 6 after 3',
      [change(3, [0, 1, 2]), live(0, 'So '), live(6, '.')],
    ],
  ])('is wrong where something %s', (_what, fault, events) => {
    const check = createStreamCheck();
    check.opened(0);
    for (const event of events) check.take(event);
    expect(check.faults(stored)).toEqual([fault]);
  });

  it('is wrong where a reconnect goes on somewhere else', () => {
    const check = createStreamCheck();
    check.opened(0);
    check.take(change(3, [0, 1, 2]));
    check.opened(0);
    expect(check.faults(stored)).toEqual(['connected again after 0, having seen 3']);
  });
});
