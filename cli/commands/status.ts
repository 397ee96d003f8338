import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import { type Session, writeJson } from '../session.ts';

/** Says what is up, what waits and how old the newest backup is; fails where something is not as it should be. */
export async function statusCommand(session: Session): Promise<ExitCode> {
  const status = await answerTo(session.api.GET('/status'));
  const { version, commit, parts, workers, queue, backups } = status;
  const isWell =
    parts.every(({ state }) => state === 'ok' || state === 'unused') &&
    !['old', 'unreadable'].includes(backups.state);
  const code = isWell ? exitCodes.done : exitCodes.failed;
  if (session.json) {
    writeJson(session, status);
    return code;
  }
  const line = (name: string, words: string) => session.out(`${name.padEnd(10)}  ${plainText(words)}\n`);
  for (const { name, state, detail } of parts) line(name, `${state} (${detail})`);
  for (const { identity, buildId, polledAt } of workers ?? []) {
    line('', `${identity}${buildId === null ? '' : `, build ${buildId}`}, last asked at ${polledAt}`);
  }
  for (const [side, { tasks, ageSeconds, pollers }] of Object.entries(queue ?? {})) {
    const oldest = tasks === 0 ? '' : `, the oldest for ${String(ageSeconds)} s`;
    line(side, `${String(tasks)} tasks wait${oldest}; ${String(pollers)} workers ask`);
  }
  const { newest, lastDrill } = backups;
  line('backups', `${backups.state}${newest === null ? '' : `, the newest of ${newest.madeAt}`}`);
  if (lastDrill !== null) {
    line('drill', `${lastDrill.succeeded ? 'succeeded' : 'failed'} at ${lastDrill.drilledAt}`);
  }
  line('version', `${version}${commit === null ? '' : `, commit ${commit}`}`);
  return code;
}
