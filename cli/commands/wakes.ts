import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { type Session, writeJson } from '../session.ts';

/** Changes which standing conversation the ends of another wake. */
export async function wakesCommand(
  session: Session,
  { id, target }: { id: string; target: string },
): Promise<ExitCode> {
  const conversation = await answerTo(
    session.api.POST('/conversations/{conversationId}/wakes', {
      params: { path: { conversationId: id } },
      body: { wakes: target === 'none' ? null : target },
    }),
  );
  if (session.json) writeJson(session, conversation);
  else {
    const { wakes } = conversation;
    session.out(wakes === null ? 'Its ends wake no conversation.\n' : `Its ends wake ${wakes}.\n`);
  }
  return exitCodes.done;
}
