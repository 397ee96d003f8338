import temporalSetup from './temporalSetup.ts';
import temporalTeardown from './temporalTeardown.ts';

/** Before browser tests: what Jest's tests with a Temporal server have too; what is returned ends it. */
export default async function playwrightSetup(): Promise<() => Promise<void>> {
  await temporalSetup();
  return temporalTeardown;
}
