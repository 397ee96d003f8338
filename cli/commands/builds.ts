import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { type Session, writeJson } from '../session.ts';

/** Lists the builds of the workers, with how many open conversations stay on each. */
export async function listBuildsCommand(session: Session): Promise<ExitCode> {
  const list = await answerTo(session.api.GET('/builds'));
  if (session.json) {
    writeJson(session, list);
    return exitCodes.done;
  }
  if (list.deployment === null)
    session.note('The workers belong to no deployment: nothing stays on a build.');
  for (const { id, state, isPolled, openConversations } of list.builds) {
    const workers = isPolled ? 'workers run' : 'no worker';
    session.out(
      `${plainText(id)}  ${state.padEnd(8)}  ${workers.padEnd(11)}  ${String(openConversations)} open\n`,
    );
  }
  return exitCodes.done;
}

/** Moves the open conversations of a build to the current one, or one of them. */
export async function moveBuildCommand(
  session: Session,
  { buildId, conversationId }: { buildId: string; conversationId: string | undefined },
): Promise<ExitCode> {
  const kept = new Map<string, string>();
  let asked = 0;
  for (;;) {
    const moved = await answerTo(
      session.api.POST('/builds/{buildId}/move', {
        params: { path: { buildId } },
        body: conversationId === undefined ? {} : { conversationId },
      }),
    );
    asked += moved.asked;
    for (const { id, words } of moved.kept) kept.set(id, words);
    // The server takes a minute's work at a time.
    if (moved.left === 0 || moved.asked === 0) break;
  }
  if (session.json) writeJson(session, { asked, kept: [...kept].map(([id, words]) => ({ id, words })) });
  else {
    session.out(
      `${String(asked)} told to move: at once if they wait or are paused, else after their turn.\n`,
    );
    for (const [id, words] of kept) session.out(`${id} stands still: ${plainText(words)}\n`);
  }
  return kept.size === 0 ? exitCodes.done : exitCodes.failed;
}
