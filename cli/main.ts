import { parseArgs } from 'node:util';
import { createApiClient, NoServerError, RefusedError } from './apiClient.ts';
import { answerCommand } from './commands/answer.ts';
import { exportCommand } from './commands/exportTeam.ts';
import { importCommand } from './commands/importTeam.ts';
import { listCommand } from './commands/list.ts';
import { runCommand } from './commands/run.ts';
import { saveCommand } from './commands/saveTeam.ts';
import { showCommand } from './commands/show.ts';
import { textCommand } from './commands/text.ts';
import { defaultDataFolder, findConnection } from './connection.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { plainText } from './plainText.ts';
import type { Session } from './session.ts';
import { USAGE, UsageError } from './usage.ts';

// The command line (colloquy.mjs starts it on the right Node).

const options = {
  json: { type: 'boolean', default: false },
  'no-wait': { type: 'boolean', default: false },
  key: { type: 'string' },
  name: { type: 'string' },
  version: { type: 'string' },
  'based-on': { type: 'string' },
  note: { type: 'string' },
  state: { type: 'string' },
  text: { type: 'string' },
  server: { type: 'string' },
  token: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const START_ONE =
  'Start one with `npm start` in Colloquy’s folder, or name another with --server or COLLOQUY_URL.';
const GET_TOKEN =
  'Set COLLOQUY_TOKEN to a token of that server (its page “API tokens”, or `npm run api-token` on its machine).';

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof parse>['values'];

function openSession(values: Values): Session {
  const connection = findConnection({
    server: values.server,
    token: values.token,
    variables: process.env,
    dataFolder: defaultDataFolder(process.env),
  });
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  return {
    api: createApiClient(connection),
    url: connection.url,
    json: values.json,
    interactive: process.stdin.isTTY && process.stderr.isTTY && !values.json,
    out: (text) => process.stdout.write(text),
    note: (line) => process.stderr.write(`${line}\n`),
    interrupted: interrupted.signal,
  };
}

async function main(args: string[]): Promise<ExitCode> {
  const { values, positionals } = parse(args);
  const [command, ...given] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(USAGE);
    return command === undefined && !values.help ? exitCodes.usage : exitCodes.done;
  }
  const take = (names: string[], optional = 0): string[] => {
    if (given.length >= names.length - optional && given.length <= names.length) return given;
    throw new UsageError(`colloquy ${command} takes ${names.join(' ')}.`);
  };
  const session = openSession(values);
  switch (command) {
    case 'run': {
      const [team = '', task = ''] = take(['FILE|TEAM', 'TASK']);
      return runCommand(session, { team, task, key: values.key, wait: !values['no-wait'] });
    }
    case 'import': {
      const [file = ''] = take(['FILE']);
      return importCommand(session, { file, name: values.name });
    }
    case 'save': {
      const [team = '', file = ''] = take(['TEAM', 'FILE']);
      return saveCommand(session, { team, file, basedOn: values['based-on'], note: values.note });
    }
    case 'export': {
      const [team = ''] = take(['TEAM']);
      return exportCommand(session, { team, version: values.version });
    }
    case 'list': {
      const [what = 'conversations'] = take(['[WHAT]'], 1);
      return listCommand(session, { what, state: values.state });
    }
    case 'show': {
      const [id = ''] = take(['ID']);
      return showCommand(session, { id });
    }
    case 'text': {
      const [id = '', path = 'content', owner = 'message'] = take(['ID', '[PATH]', '[OWNER]'], 2);
      return textCommand(session, { id, path, owner });
    }
    case 'answer': {
      const [taskId = '', decision = ''] = take(['TASK', 'DECISION']);
      return answerCommand(session, { taskId, decision, text: values.text });
    }
    default:
      throw new UsageError(`There is no command ${command}.`);
  }
}

/** Says what went wrong, and what to do about it; never the token. */
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
    say(`The server does not take the token. ${GET_TOKEN}`);
    return exitCodes.noServer;
  }
  say(plainText(error.message));
  for (const { path, message, fix } of problems) {
    say(`  ${plainText(path)}: ${plainText(message)}${fix === undefined ? '' : `. ${plainText(fix)}`}`);
  }
  return exitCodes.failed;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}
