import type { ApiImportReport } from '../../workflows/contracts/api/teams.ts';
import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { readJson } from '../readInput.ts';
import { type Session, writeJson } from '../session.ts';

/** Creates the teams of a file, and lists what could not be imported. */
export async function importCommand(
  session: Session,
  { file, name }: { file: string; name: string | undefined },
): Promise<ExitCode> {
  const report = await sendTeam(session, readJson(file), name);
  if (session.json) {
    writeJson(session, report);
    return exitCodes.done;
  }
  for (const { team, created, notes } of report.teams) {
    const what = created ? 'made' : 'already there, with the same content';
    session.out(`${plainText(team.name)}, version ${String(team.version)}: ${what} (${team.id})\n`);
    for (const { path, message } of notes) session.out(`  ${plainText(path)}: ${plainText(message)}\n`);
  }
  return exitCodes.done;
}

/** Sends the content of a file to the server. */
export function sendTeam(
  { api }: Session,
  definition: unknown,
  name: string | undefined,
): Promise<ApiImportReport> {
  return answerTo(api.POST('/teams', { body: { definition, ...(name === undefined ? {} : { name }) } }));
}
