import { answerTo } from '../apiClient.ts';
import { endText } from '../endText.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { type Session, writeJson } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Makes a conversation a standing one, or ends that. */
export async function standingCommand(
  session: Session,
  { id, wanted }: { id: string; wanted: string },
): Promise<ExitCode> {
  if (wanted !== 'on' && wanted !== 'off') throw new UsageError(`Say on or off, not ${wanted}.`);
  const conversation = await answerTo(
    session.api.POST('/conversations/{conversationId}/standing', {
      params: { path: { conversationId: id } },
      body: { standing: wanted === 'on' },
    }),
  );
  if (session.json) writeJson(session, conversation);
  else session.out(`${endText(conversation)}\n`);
  return exitCodes.done;
}
