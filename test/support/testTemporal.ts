import { randomUUID } from 'node:crypto';

/** The environment variables with which a test reaches this run's Temporal server. */
export interface TestTemporal {
  TEMPORAL_ADDRESS: string;
  TEMPORAL_NAMESPACE: string;
  /** A queue of its own, so that no other test's worker takes its tasks. */
  TASK_QUEUE: string;
}

/** The run's Temporal server (started by temporalSetup.ts) with a task queue for this test alone. */
export function testTemporal(): TestTemporal {
  const address = process.env['TEST_TEMPORAL_ADDRESS'];
  if (!address) {
    throw new Error('No Temporal server: only *.temporal, *.browser and *.fault tests are given one.');
  }
  return { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'default', TASK_QUEUE: `test-${randomUUID()}` };
}
