import { apiEndpoints } from '../../../workflows/contracts/api/endpoints.ts';
import { answerTo } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { readInput } from '../../readInput.ts';
import { type Session, writeJson } from '../../session.ts';
import { UsageError } from '../../usage.ts';
import { findTeam } from '../findTeam.ts';

/** An entry of a team's memory; the team by its name or id. */
interface EntryOfTeam {
  team: string;
  entry: string;
}

/** Lists what a team remembers, all of its pages. */
export async function listMemory(
  session: Session,
  { team, search }: { team: string; search: string | undefined },
): Promise<ExitCode> {
  const { id: teamId } = await findTeam(session.api, team);
  const entries = [];
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const query = { page, ...(search === undefined ? {} : { search }) };
    const part = await answerTo(
      session.api.GET('/teams/{teamId}/memory', { params: { path: { teamId }, query } }),
    );
    entries.push(...part.entries);
    ({ pages } = part);
  }
  if (session.json) writeJson(session, { entries });
  else {
    for (const { id, kind, text, pinned } of entries) {
      session.out(`${plainText([id, kind.padEnd(9), pinned ? 'pinned' : '      ', text].join('  '))}\n`);
    }
  }
  return exitCodes.done;
}

/** Corrects an entry. */
export async function editMemory(
  session: Session,
  { text, ...named }: EntryOfTeam & { text: string },
): Promise<ExitCode> {
  const body = apiEndpoints.editMemoryEntry.body.safeParse({ text: text === '-' ? readInput('-') : text });
  if (!body.success) {
    throw new UsageError(`The text ${body.error.issues[0]?.message ?? 'is not valid'}.`);
  }
  const params = await paramsOf(session, named);
  const request = { params, body: { text: body.data.text } };
  return tell(session, 'Corrected', session.api.POST('/teams/{teamId}/memory/{entryId}/edit', request));
}

/** Pins an entry. */
export async function pinMemory(session: Session, named: EntryOfTeam): Promise<ExitCode> {
  const params = await paramsOf(session, named);
  return tell(session, 'Pinned', session.api.POST('/teams/{teamId}/memory/{entryId}/pin', { params }));
}

/** Unpins an entry. */
export async function unpinMemory(session: Session, named: EntryOfTeam): Promise<ExitCode> {
  const params = await paramsOf(session, named);
  return tell(session, 'Unpinned', session.api.POST('/teams/{teamId}/memory/{entryId}/unpin', { params }));
}

/** Deletes an entry. */
export async function deleteMemory(session: Session, named: EntryOfTeam): Promise<ExitCode> {
  const params = await paramsOf(session, named);
  return tell(session, 'Deleted', session.api.POST('/teams/{teamId}/memory/{entryId}/delete', { params }));
}

async function paramsOf({ api }: Session, { team, entry }: EntryOfTeam) {
  return { path: { teamId: (await findTeam(api, team)).id, entryId: entry } };
}

async function tell<Entry extends { text: string }>(
  session: Session,
  done: string,
  asked: Promise<{ data?: Entry }>,
): Promise<ExitCode> {
  const entry = await answerTo(asked);
  if (session.json) writeJson(session, entry);
  else session.out(`${done}: ${plainText(entry.text)}\n`);
  return exitCodes.done;
}
