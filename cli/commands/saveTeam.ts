import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { exitCodes, type ExitCode } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { readJson } from '../readInput.ts';
import { writeJson, type Session } from '../session.ts';
import { UsageError } from '../usage.ts';
import { findTeam } from './findTeam.ts';

export interface SaveOptions {
  /** A team's name or id. */
  team: string;
  file: string;
  /** The version that was read, as it was typed; where there is a newer one, nothing is stored. */
  basedOn: string | undefined;
  note: string | undefined;
}

/** Makes what a file holds a team's next version. */
export async function saveCommand(
  session: Session,
  { team: nameOrId, file, basedOn, note }: SaveOptions,
): Promise<ExitCode> {
  if (basedOn !== undefined && !/^[1-9]\d{0,8}$/.test(basedOn)) {
    throw new UsageError(`--based-on takes the number of a version, not ${basedOn}.`);
  }
  const definition = readJson(file);
  const team = await findTeam(session.api, nameOrId);
  const { version, created, notes } = await session.api.post(
    `/teams/${team.id}/versions`,
    {
      definition,
      ...(basedOn === undefined ? {} : { basedOn: Number(basedOn) }),
      ...(note === undefined ? {} : { note }),
    },
    apiEndpoints.addTeamVersion.response,
  );
  if (session.json) {
    writeJson(session, { version, created, notes });
    return exitCodes.done;
  }
  const what = created ? 'made' : 'there already, with the same content';
  session.out(`${plainText(team.name)}, version ${String(version.version)}: ${what}\n`);
  for (const { path, message } of notes) session.out(`  ${plainText(path)}: ${plainText(message)}\n`);
  return exitCodes.done;
}
