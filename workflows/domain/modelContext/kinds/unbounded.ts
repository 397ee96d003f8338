import { whole } from '../../request/slices.ts';
import type { ContextKind } from '../kind.ts';

/** All that was said. */
export interface Unbounded {
  kind: 'unbounded';
}

export const unbounded: ContextKind<Unbounded> = { slices: (_config, { view }) => whole(view) };
