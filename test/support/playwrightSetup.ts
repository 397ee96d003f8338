import temporalSetup from './temporalSetup.ts';
import temporalTeardown from './temporalTeardown.ts';

/**
 * Runs before browser tests and sets up what Jest's tests with a Temporal server also have; the returned function
 * ends it.
 */
export default async function playwrightSetup(): Promise<() => Promise<void>> {
  await temporalSetup();
  return temporalTeardown;
}
