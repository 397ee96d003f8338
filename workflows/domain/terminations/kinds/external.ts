import type { TerminationKind } from '../kind.ts';

/** Somebody asks to stop. */
export interface External {
  kind: 'external';
}

export const external: TerminationKind<External> = {
  initial: () => ({ kind: 'external', fired: null }),
  observe: (_condition, _state, { stopRequested }) => ({
    kind: 'external',
    fired: stopRequested ? 'External termination requested' : null,
  }),
  label: () => 'Somebody asks to stop',
  heedsStopRequests: true,
};
