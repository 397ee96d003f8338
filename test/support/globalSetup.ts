import { endLeftovers } from './leftovers.ts';

/** Runs before any test that needs a server: ends the leftover servers of test runs that were killed. */
export default function globalSetup(): void {
  endLeftovers();
}
