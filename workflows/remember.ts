import { CancellationScope, isCancellation } from '@temporalio/workflow';
import type { WriteMemoryInput } from './contracts/activityTypes.ts';
import { failureOf } from './failureOf.ts';
import { modelActivities, transcriptActivities } from './proxies.ts';

/**
 * Writes down what a team is to remember of a run that has ended. It is a workflow of its own, so that the run's end waits for no
 * model; what fails is kept with the run, and asks nobody.
 */
export async function remember(input: WriteMemoryInput): Promise<void> {
  try {
    await modelActivities.writeMemory(input);
  } catch (error) {
    if (isCancellation(error)) throw error;
    const { projectId, conversationId, teamVersionId, run } = input;
    await CancellationScope.nonCancellable(() =>
      transcriptActivities.recordMemoryFailure({
        projectId,
        conversationId,
        teamVersionId,
        run,
        failure: failureOf(error),
      }),
    );
  }
}
