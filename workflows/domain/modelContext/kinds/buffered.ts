import { withoutOrphan } from '../../request/slices.ts';
import type { ContextKind } from '../kind.ts';

/** The newest `size` messages. */
export interface Buffered {
  kind: 'buffered';
  size: number;
}

export const buffered: ContextKind<Buffered> = {
  slices: ({ size }, { view }) => [withoutOrphan(view, Math.max(0, view.length - size))],
  newest: ({ size }) => size,
};
