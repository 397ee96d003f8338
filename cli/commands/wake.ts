import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { readInput } from '../readInput.ts';
import { type Session, writeJson } from '../session.ts';

/** Wakes a standing conversation, or ends what an agent waits for. */
export async function wakeCommand(
  session: Session,
  { id, text, key }: { id: string; text: string | undefined; key: string | undefined },
): Promise<ExitCode> {
  const message = text === '-' ? readInput('-') : text;
  const result = await answerTo(
    session.api.POST('/conversations/{conversationId}/wake', {
      params: { path: { conversationId: id } },
      body: {
        ...(message === undefined ? {} : { text: message }),
        ...(key === undefined ? {} : { idempotencyKey: key }),
      },
    }),
  );
  if (session.json) writeJson(session, result);
  else session.out(result.outcome === 'done' ? 'Woken.\n' : 'Submitted; it is woken as soon as it can be.\n');
  return exitCodes.done;
}
