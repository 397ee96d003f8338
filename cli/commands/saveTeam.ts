import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { readJson } from '../readInput.ts';
import { type Session, writeJson } from '../session.ts';
import { findTeam } from './findTeam.ts';

export interface SaveOptions {
  /** A team's name or id. */
  team: string;
  file: string;
  /** The version that was read; if there is a newer one, nothing is stored. */
  basedOn: number | undefined;
  note: string | undefined;
}

/** Saves the content of a file as a team's next version. */
export async function saveCommand(
  session: Session,
  { team: nameOrId, file, basedOn, note }: SaveOptions,
): Promise<ExitCode> {
  const definition = readJson(file);
  const team = await findTeam(session.api, nameOrId);
  const { version, created, notes } = await answerTo(
    session.api.POST('/teams/{teamId}/versions', {
      params: { path: { teamId: team.id } },
      body: {
        definition,
        ...(basedOn === undefined ? {} : { basedOn }),
        ...(note === undefined ? {} : { note }),
      },
    }),
  );
  if (session.json) {
    writeJson(session, { version, created, notes });
    return exitCodes.done;
  }
  const what = created ? 'made' : 'already there, with the same content';
  session.out(`${plainText(team.name)}, version ${String(version.version)}: ${what}\n`);
  for (const { path, message } of notes) session.out(`  ${plainText(path)}: ${plainText(message)}\n`);
  return exitCodes.done;
}
