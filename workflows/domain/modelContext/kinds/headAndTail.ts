import { whole, withoutOrphan } from '../../request/slices.ts';
import type { ContextKind } from '../kind.ts';

/** The first `head` and the last `tail` messages, with a line between them that says how many are left out. */
export interface HeadAndTail {
  kind: 'head_and_tail';
  head: number;
  tail: number;
}

export const headAndTail: ContextKind<HeadAndTail> = {
  slices: ({ head, tail }, { view }) => {
    const skipped = view.length - head - tail;
    if (skipped <= 0) return whole(view);
    const headEnd = view[head - 1]?.role === 'assistant_calls' ? head - 1 : head;
    const content = `Skipped ${String(skipped)} messages.`;
    return [
      { kind: 'view', from: 0, to: headEnd },
      { kind: 'literal', message: { role: 'user', source: 'System', content } },
      withoutOrphan(view, view.length - tail),
    ];
  },
};
