import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { type Session, writeJson } from '../session.ts';
import { findTeam } from './findTeam.ts';

/** Prints a team as AutoGen component JSON, with notes on what AutoGen can't express. */
export async function exportCommand(
  session: Session,
  { team: nameOrId, version }: { team: string; version: number | undefined },
): Promise<ExitCode> {
  const team = await findTeam(session.api, nameOrId);
  const exported = await answerTo(
    session.api.GET('/teams/{teamId}/export', {
      params: { path: { teamId: team.id }, query: version === undefined ? {} : { version } },
    }),
  );
  if (session.json) {
    writeJson(session, exported);
    return exitCodes.done;
  }
  session.out(`${JSON.stringify(exported.component, null, 2)}\n`);
  for (const { path, message } of exported.notes) session.note(`${plainText(path)}: ${plainText(message)}`);
  return exitCodes.done;
}
