import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { exitCodes, type ExitCode } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { writeJson, type Session } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Lists conversations, teams or tasks. */
export async function listCommand(
  session: Session,
  { what, state }: { what: string; state: string | undefined },
): Promise<ExitCode> {
  const query = state === undefined ? '' : `?state=${encodeURIComponent(state)}`;
  const rows = await read(session, what, query);
  if (!session.json) for (const row of rows) session.out(`${plainText(row.join('  '))}\n`);
  return exitCodes.done;
}

async function read(session: Session, what: string, query: string): Promise<string[][]> {
  const { api } = session;
  switch (what) {
    case 'conversations': {
      const page = await api.get(`/conversations${query}`, apiEndpoints.listConversations.response);
      if (session.json) writeJson(session, page);
      return page.conversations.map(({ id, state, team, title }) => [id, state.padEnd(9), team.name, title]);
    }
    case 'teams': {
      const list = await api.get('/teams', apiEndpoints.listTeams.response);
      if (session.json) writeJson(session, list);
      return list.teams.map(({ id, name, version, pattern }) => [id, pattern, `${name} v${String(version)}`]);
    }
    case 'tasks': {
      const list = await api.get(`/tasks${query}`, apiEndpoints.listTasks.response);
      if (session.json) writeJson(session, list);
      return list.tasks.map(({ id, kind, speaker, decisions, conversationTitle }) => [
        id,
        kind.padEnd(17),
        speaker,
        decisions.join('|'),
        conversationTitle,
      ]);
    }
    default:
      throw new UsageError(`There are no ${what} to list: say conversations, teams or tasks.`);
  }
}
