import type { TerminationView } from '../terminationView.ts';

export const stopMessage: TerminationView<'stop_message'> = {
  make: () => ({ kind: 'stop_message' }),
};
