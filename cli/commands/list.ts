import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import type { paths } from '../generated/api.ts';
import { plainText } from '../plainText.ts';
import { type Session, writeJson } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Lists conversations, teams, tasks or notices. */
export async function listCommand(
  session: Session,
  { what, state }: { what: string; state: string | undefined },
): Promise<ExitCode> {
  const rows = await read(session, what, state);
  if (!session.json) for (const row of rows) session.out(`${plainText(row.join('  '))}\n`);
  return exitCodes.done;
}

async function read(session: Session, what: string, state: string | undefined): Promise<string[][]> {
  const { api } = session;
  switch (what) {
    case 'conversations': {
      const page = await answerTo(
        api.GET('/conversations', { params: { query: inState<'/conversations'>(state) } }),
      );
      if (session.json) writeJson(session, page);
      return page.conversations.map(({ id, state, team, title }) => [id, state.padEnd(9), team.name, title]);
    }
    case 'teams': {
      const list = await answerTo(api.GET('/teams'));
      if (session.json) writeJson(session, list);
      return list.teams.map(({ id, name, version, pattern }) => [id, pattern, `${name} v${String(version)}`]);
    }
    case 'tasks': {
      const list = await answerTo(api.GET('/tasks', { params: { query: inState<'/tasks'>(state) } }));
      if (session.json) writeJson(session, list);
      return list.tasks.map(({ id, kind, speaker, decisions, conversationTitle }) => [
        id,
        kind.padEnd(17),
        speaker,
        decisions.join('|'),
        conversationTitle,
      ]);
    }
    case 'notices': {
      const list = await answerTo(api.GET('/notices', { params: { query: inState<'/notices'>(state) } }));
      if (session.json) writeJson(session, list);
      return list.notices.map(({ id, state, address, subject, failureMessage }) => [
        id,
        state.padEnd(9),
        address,
        failureMessage === null ? (subject ?? '') : `${subject ?? ''}: ${failureMessage}`,
      ]);
    }
    default:
      throw new UsageError(`${what} cannot be listed: use conversations, teams, tasks or notices.`);
  }
}

type Listed = '/conversations' | '/tasks' | '/notices';
type Query<Path extends Listed> = NonNullable<paths[Path]['get']['parameters']['query']>;

/** Passed on as typed: the server lists the valid states in its refusal. */
function inState<Path extends Listed>(state: string | undefined): Query<Path> {
  return (state === undefined ? {} : { state }) as Query<Path>;
}
