import type { TerminationView } from '../terminationView.ts';

export const external: TerminationView<'external'> = {
  name: 'A person stops it',
  make: () => ({ kind: 'external' }),
  inWords: () => 'a person stops it',
};
