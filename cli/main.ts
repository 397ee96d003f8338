import { createApiClient, NoServerError, RefusedError } from './apiClient.ts';
import { defaultDataFolder, findConnection } from './connection.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { plainText } from './plainText.ts';
import { type CommonOptions, runCommandLine } from './program.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage.ts';

// The command line (colloquy.mjs starts it on the right Node).

const START_ONE =
  'Start one with `npm start` in Colloquy’s folder, or name another with --server or COLLOQUY_URL.';
const GET_TOKEN =
  'Set COLLOQUY_TOKEN to a token of that server (its page Settings → API tokens, or `npm run api-token` on its machine).';

function openSession({ server, token, json = false }: CommonOptions): Session {
  const connection = findConnection({
    server,
    token,
    variables: process.env,
    dataFolder: defaultDataFolder(process.env),
  });
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  return {
    api: createApiClient(connection),
    url: connection.url,
    json,
    interactive: process.stdin.isTTY && process.stderr.isTTY && !json,
    out: (text) => process.stdout.write(text),
    note: (line) => process.stderr.write(`${line}\n`),
    interrupted: interrupted.signal,
  };
}

/** Prints what went wrong and what to do about it; never the token. */
function explain(error: unknown): ExitCode {
  const say = (line: string) => process.stderr.write(`colloquy: ${line}\n`);
  if (error instanceof UsageError) {
    say(`${plainText(error.message)} (colloquy --help)`);
    return exitCodes.usage;
  }
  if (error instanceof NoServerError) {
    say(`${error.message} ${START_ONE}`);
    return exitCodes.noServer;
  }
  if (!(error instanceof RefusedError)) throw error;
  const { status, problems = [] } = error.problem;
  if (status === 401) {
    say(`The server does not accept the token. ${GET_TOKEN}`);
    return exitCodes.noServer;
  }
  say(plainText(error.message));
  for (const { path, message, fix } of problems) {
    say(`  ${plainText(path)}: ${plainText(message)}${fix === undefined ? '' : `. ${plainText(fix)}`}`);
  }
  const { traceId } = error.problem;
  if (status >= 500 && traceId !== undefined) say(`  reference: ${plainText(traceId)}`);
  return exitCodes.failed;
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), openSession);
} catch (error) {
  process.exitCode = explain(error);
}
