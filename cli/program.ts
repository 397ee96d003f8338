import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { answerCommand } from './commands/answer.ts';
import { exportCommand } from './commands/exportTeam.ts';
import { importCommand } from './commands/importTeam.ts';
import { listCommand } from './commands/list.ts';
import { runCommand } from './commands/run.ts';
import { saveCommand } from './commands/saveTeam.ts';
import { showCommand } from './commands/show.ts';
import { textCommand } from './commands/text.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage.ts';

/** The options that every command takes. */
export interface CommonOptions {
  json?: boolean;
  server?: string;
  token?: string;
}

const AFTER_HELP = `
FILE may be "-", standard input; so may TASK. TEAM is a name or an id.

Exit codes: 0 done or finished, 1 refused or failed, 2 usage, 3 waits for a person, 4 no server or no token that counts,
5 stopped or cancelled, 130 Ctrl-C (the conversation goes on).
`;

/**
 * Reads a command line and carries it out with the session that its options ask for; resolves with the exit code. Throws
 * a UsageError where it can't be understood.
 */
export async function runCommandLine(
  args: string[],
  openSession: (options: CommonOptions) => Session,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = createProgram(openSession, (ended) => (code = ended));
  if (args.length === 0) {
    program.outputHelp();
    return exitCodes.usage;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // It was asked for help, and has given it.
    if (error.exitCode !== 0) throw new UsageError(sentence(error.message));
  }
  return code;
}

/** The commands, with their arguments, options and help. */
export function createProgram(
  openSession: (options: CommonOptions) => Session,
  ended: (code: ExitCode) => void,
): Command {
  const program = new Command('colloquy');
  program
    .description('colloquy: teams of LLM agents as durable conversations')
    .option('--json', 'JSON on standard output: lines for run, one value for the others')
    .option('--server <URL>', 'the server; else COLLOQUY_URL, else what npm start runs here')
    .option('--token <TOKEN>', 'its token; else COLLOQUY_TOKEN, else that of npm start here')
    .helpOption('-h, --help', 'this; with a command, what it takes')
    .helpCommand(false)
    .addHelpText('after', () => `\nOptions of commands:\n${optionsOf(program)}\n${AFTER_HELP}`)
    .configureHelp({ styleTitle: (title) => title, showGlobalOptions: true })
    .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => 120 })
    .exitOverride();
  const carryOut = async (work: (session: Session) => Promise<ExitCode>): Promise<void> => {
    ended(await work(openSession(program.opts<CommonOptions>())));
  };

  program
    .command('run')
    .description('starts a team on a task, and shows what is said until it ends')
    .argument('<FILE|TEAM>', 'a team’s file, name or id')
    .argument('<TASK>', 'what it is to do')
    .option('--no-wait', 'ends with code 3 where the conversation waits for a person')
    .option('--key <TEXT>', 'the same key and task again show the same conversation')
    .action((team: string, task: string, { wait, key }: { wait: boolean; key?: string }) =>
      carryOut((session) => runCommand(session, { team, task, key, wait })),
    );
  program
    .command('import')
    .description("makes a team of Colloquy's or AutoGen's JSON")
    .argument('<FILE>', 'the team’s file')
    .option('--name <NAME>', 'what to call the team')
    .action((file: string, { name }: { name?: string }) =>
      carryOut((session) => importCommand(session, { file, name })),
    );
  program
    .command('save')
    .description("makes what FILE holds the team's next version")
    .argument('<TEAM>', 'its name or id')
    .argument('<FILE>', 'the team’s file')
    .addOption(
      version('--based-on', 'the version that you have read; where there is a newer one, nothing is stored'),
    )
    .option('--note <TEXT>', 'what is new in it')
    .action((team: string, file: string, { basedOn, note }: { basedOn?: number; note?: string }) =>
      carryOut((session) => saveCommand(session, { team, file, basedOn, note })),
    );
  program
    .command('export')
    .description('prints a team as AutoGen component JSON')
    .argument('<TEAM>', 'its name or id')
    .addOption(version('--version', 'which version of the team; the newest without it'))
    .action((team: string, { version: wanted }: { version?: number }) =>
      carryOut((session) => exportCommand(session, { team, version: wanted })),
    );
  program
    .command('list')
    .description('conversations (or: teams, tasks)')
    .argument('[WHAT]', 'conversations, teams or tasks', 'conversations')
    .option('--state <STATE>', 'only those in this state (tasks: open or closed)')
    .action((what: string, { state }: { state?: string }) =>
      carryOut((session) => listCommand(session, { what, state })),
    );
  program
    .command('show')
    .description('a conversation with its transcript, a team, or a task')
    .argument('<ID>', 'the id of one of them')
    .addOption(
      new Option('--format <FORMAT>', 'how to write a transcript')
        .choices(['text', 'markdown'])
        .default('text'),
    )
    .action((id: string, { format }: { format: 'text' | 'markdown' }) =>
      carryOut((session) => showCommand(session, { id, format })),
    );
  program
    .command('text')
    .description('prints the whole of a long text, of which show gives the beginning')
    .argument('<ID>', 'the id of what it belongs to')
    .argument('[PATH]', 'where in that it stands', 'content')
    .argument('[OWNER]', 'what the id names', 'message')
    .action((id: string, path: string, owner: string) =>
      carryOut((session) => textCommand(session, { id, path, owner })),
    );
  program
    .command('answer')
    .description('answers what a conversation waits for')
    .argument('<TASK>', 'the id of the task')
    .argument('<DECISION>', 'one of those that show names')
    .option('--text <TEXT>', 'the reply, the edited text, or the feedback ("-": standard input)')
    .action((taskId: string, decision: string, { text }: { text?: string }) =>
      carryOut((session) => answerCommand(session, { taskId, decision, text })),
    );
  return program;
}

/** Each command's own options, one a line. */
function optionsOf(program: Command): string {
  const lines = program.commands.flatMap((command) =>
    command.options.map(({ flags, description }) => [flags, `${command.name()}: ${description}`] as const),
  );
  const width = Math.max(...lines.map(([flags]) => flags.length)) + 2;
  return lines.map(([flags, words]) => `  ${flags.padEnd(width)}${words}`).join('\n');
}

/** An option that takes the number of a version. */
function version(name: string, description: string): Option {
  return new Option(`${name} <N>`, description).argParser((given: string) => {
    if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
    throw new InvalidArgumentError(`It takes the number of a version.`);
  });
}

/** Commander begins its errors in lower case, after "error: ". */
function sentence(message: string): string {
  const words = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .trim();
  const full = /[.)]$/.test(words) ? words : `${words}.`;
  return full.charAt(0).toUpperCase() + full.slice(1);
}
