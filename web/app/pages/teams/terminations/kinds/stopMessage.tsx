import type { TerminationView } from '../terminationView.ts';

export const stopMessage: TerminationView<'stop_message'> = {
  name: 'A stop message',
  make: () => ({ kind: 'stop_message' }),
  inWords: () => 'somebody sends a stop message',
};
