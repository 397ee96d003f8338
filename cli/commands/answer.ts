import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import type { components } from '../generated/api.ts';
import { readInput } from '../readInput.ts';
import { type Session, writeJson } from '../session.ts';
import { UsageError } from '../usage.ts';

/** What became of an answer, in words. */
export function answeredText({ outcome, votes }: components['schemas']['Answered']): string {
  switch (outcome) {
    case 'done':
      return 'Answered.';
    case 'handed_in':
      return 'Submitted; no worker has processed it yet.';
    case 'recorded':
      return `Recorded: ${String(votes?.approved ?? 0)} of ${String(votes?.needed ?? 0)} have approved.`;
  }
}

/** Answers a task that a conversation waits for. */
export async function answerCommand(
  session: Session,
  { taskId, decision, text }: { taskId: string; decision: string; text: string | undefined },
): Promise<ExitCode> {
  const body = apiEndpoints.answerTask.body.safeParse({
    decision,
    text: text === '-' ? readInput('-') : text,
  });
  if (!body.success) {
    throw new UsageError(
      `${decision} is not a decision of this task, or its text is invalid. \`colloquy show ${taskId}\` lists the decisions.`,
    );
  }
  const result = await answerTo(
    session.api.POST('/tasks/{taskId}/answer', {
      params: { path: { taskId } },
      body: {
        decision: body.data.decision,
        ...(body.data.text === undefined ? {} : { text: body.data.text }),
      },
    }),
  );
  if (session.json) writeJson(session, result);
  else session.out(`${answeredText(result)}\n`);
  return exitCodes.done;
}
