import type { ApiReplayVerdict } from '../../workflows/contracts/api/replay.ts';
import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { readJson } from '../readInput.ts';
import { type Session, writeJson } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Replays a conversation's recorded histories, or one in a file, with the server's workflow code. */
export async function replayCommand(
  session: Session,
  { id, file }: { id: string | undefined; file: string | undefined },
): Promise<ExitCode> {
  if ((id === undefined) === (file === undefined)) {
    throw new UsageError('Name a conversation, or a history with --file.');
  }
  return file === undefined ? replayConversation(session, id ?? '') : replayFile(session, file);
}

async function replayConversation(session: Session, conversationId: string): Promise<ExitCode> {
  const replay = await answerTo(
    session.api.POST('/conversations/{conversationId}/replay', { params: { path: { conversationId } } }),
  );
  if (session.json) writeJson(session, replay);
  else {
    for (const { run, runId, replaced, ...verdict } of replay.histories) {
      const of = replaced ? ', replaced by a reset' : '';
      session.out(`Run ${String(run)}${runId === null ? '' : ` (${runId}${of})`}: ${verdictText(verdict)}\n`);
    }
    session.note('No model was called.');
  }
  return codeOf(replay.outcome);
}

async function replayFile(session: Session, file: string): Promise<ExitCode> {
  // The server checks it: what the file holds is any JSON.
  const body = readJson(file) as { events: never[] };
  const verdict = await answerTo(session.api.POST('/replay', { body }));
  if (session.json) writeJson(session, verdict);
  else {
    session.out(`${verdictText(verdict)}\n`);
    session.note('No model was called.');
  }
  return codeOf(verdict.outcome);
}

function verdictText({ words, difference }: Pick<ApiReplayVerdict, 'words' | 'difference'>): string {
  return plainText(difference === null ? words : `${words}\n  ${difference.raw}`);
}

function codeOf(outcome: ApiReplayVerdict['outcome']): ExitCode {
  return outcome === 'agrees' ? exitCodes.done : exitCodes.failed;
}
