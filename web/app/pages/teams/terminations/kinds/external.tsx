import type { TerminationView } from '../terminationView.ts';

export const external: TerminationView<'external'> = {
  make: () => ({ kind: 'external' }),
};
