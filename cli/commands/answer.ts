import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { readInput } from '../readInput.ts';
import { type Session, writeJson } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Decides what a conversation waits for. */
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
      `${decision} is no decision, or its text does not fit. \`colloquy show ${taskId}\` tells which there are.`,
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
  else session.out(result.outcome === 'done' ? 'Answered.\n' : 'Handed in; no worker has taken it in yet.\n');
  return exitCodes.done;
}
