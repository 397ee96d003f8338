import { endLeftovers } from './leftovers.ts';

/** Before any test that needs a server: ends those of runs that were killed. */
export default function globalSetup(): void {
  endLeftovers();
}
