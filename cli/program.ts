import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type TranscriptFormat, transcriptFormats } from '../workflows/contracts/api/messages.ts';
import type { AddCommand, CarryOut } from './carryOut.ts';
import { answerCommand } from './commands/answer.ts';
import { listBuildsCommand, moveBuildCommand } from './commands/builds.ts';
import { calendarCommands } from './commands/calendar/registry.ts';
import { exportCommand } from './commands/exportTeam.ts';
import { importCommand } from './commands/importTeam.ts';
import { knowledgeCommands } from './commands/knowledge/registry.ts';
import { listCommand } from './commands/list.ts';
import { memoryCommands } from './commands/memory/registry.ts';
import { replayCommand } from './commands/replay.ts';
import { runCommand } from './commands/run.ts';
import { saveCommand } from './commands/saveTeam.ts';
import { scheduleCommands } from './commands/schedule/registry.ts';
import { showCommand } from './commands/show.ts';
import { standingCommand } from './commands/standing.ts';
import { statusCommand } from './commands/status.ts';
import { textCommand } from './commands/text.ts';
import { transcriptCommand } from './commands/transcript.ts';
import { wakeCommand } from './commands/wake.ts';
import { wakesCommand } from './commands/wakes.ts';
import { webhookCommands } from './commands/webhook/registry.ts';
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

Exit codes: 0 done or finished, 1 refused, failed or (replay) different, 2 usage, 3 waits for a person or a time, 4 no server or no
valid token, 5 stopped or cancelled, 130 Ctrl-C (the conversation goes on).
`;

/**
 * Parses a command line and runs it with the session for its options; resolves with the exit code. Throws a
 * UsageError if it is invalid.
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
    if (error.code === 'commander.help') throw new UsageError('Say which of its commands you mean.');
    // Help was requested and has been printed.
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
    .option('--server <URL>', 'the server; default: COLLOQUY_URL, or the one that npm start runs here')
    .option('--token <TOKEN>', 'its token; default: COLLOQUY_TOKEN, or that of npm start here')
    .helpOption('-h, --help', 'print this help, or a command’s arguments and options')
    .helpCommand(false)
    .addHelpText('after', () => `\nOptions of commands:\n${optionsOf(program)}\n${AFTER_HELP}`)
    .configureHelp({ styleTitle: (title) => title, showGlobalOptions: true })
    .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => 120 })
    .exitOverride();
  const carryOut: CarryOut = async (work) => {
    ended(await work(openSession(program.opts<CommonOptions>())));
  };

  program
    .command('run')
    .description('starts a team on a task, and shows its messages until it ends')
    .argument('<FILE|TEAM>', 'a team’s file, name or id')
    .argument('<TASK>', 'what the team should do')
    .option('--no-wait', 'exits with code 3 if the conversation waits for a person, or an agent for a time')
    .option('--standing', 'it sleeps when the run has ended, until something wakes it')
    .option('--wakes <ID>', 'the standing conversation that its end wakes')
    .option('--key <TEXT>', 'repeating the key with the same task shows the same conversation')
    .action(
      (
        team: string,
        task: string,
        options: { wait: boolean; standing?: true; wakes?: string; key?: string },
      ) =>
        carryOut((session) => {
          const { wait, standing = false, wakes, key } = options;
          return runCommand(session, { team, task, key, standing, wakes, wait });
        }),
    );
  program
    .command('import')
    .description("creates a team from Colloquy's or AutoGen's JSON")
    .argument('<FILE>', 'the team’s file')
    .option('--name <NAME>', 'the team’s name')
    .action((file: string, { name }: { name?: string }) =>
      carryOut((session) => importCommand(session, { file, name })),
    );
  program
    .command('save')
    .description("saves the content of FILE as the team's next version")
    .argument('<TEAM>', 'its name or id')
    .argument('<FILE>', 'the team’s file')
    .addOption(
      version('--based-on', 'the version that you have read; if there is a newer one, nothing is stored'),
    )
    .option('--note <TEXT>', 'what is new in it')
    .action((team: string, file: string, { basedOn, note }: { basedOn?: number; note?: string }) =>
      carryOut((session) => saveCommand(session, { team, file, basedOn, note })),
    );
  program
    .command('export')
    .description('prints a team as AutoGen component JSON')
    .argument('<TEAM>', 'its name or id')
    .addOption(version('--version', 'the version of the team; default: the newest'))
    .action((team: string, { version: wanted }: { version?: number }) =>
      carryOut((session) => exportCommand(session, { team, version: wanted })),
    );
  program
    .command('list')
    .description('lists conversations, teams, tasks or notices')
    .argument('[WHAT]', 'conversations, teams, tasks or notices', 'conversations')
    .option('--state <STATE>', 'only those in this state (for tasks: open or closed)')
    .action((what: string, { state }: { state?: string }) =>
      carryOut((session) => listCommand(session, { what, state })),
    );
  program
    .command('show')
    .description('shows a conversation with its transcript, a team, or a task')
    .argument('<ID>', 'the id of one of them')
    .addOption(
      new Option('--format <FORMAT>', 'the format of a transcript')
        .choices(['text', 'markdown'])
        .default('text'),
    )
    .action((id: string, { format }: { format: 'text' | 'markdown' }) =>
      carryOut((session) => showCommand(session, { id, format })),
    );
  program
    .command('transcript')
    .description('writes the whole transcript of a conversation')
    .argument('<ID>', 'the id of the conversation')
    .addOption(
      new Option('--format <FORMAT>', 'the format; default: markdown, or json with --json').choices(
        transcriptFormats,
      ),
    )
    .option('--output <FILE>', 'writes to this file instead of standard output')
    .action((id: string, options: { format?: TranscriptFormat; output?: string }) =>
      carryOut((session) =>
        transcriptCommand(session, { id, format: options.format, output: options.output }),
      ),
    );
  program
    .command('text')
    .description('prints a long text in full, of which show gives only the beginning')
    .argument('<ID>', 'the id of the record that the text belongs to')
    .argument('[PATH]', 'the path of the text in the record', 'content')
    .argument('[OWNER]', 'the kind of record', 'message')
    .action((id: string, path: string, owner: string) =>
      carryOut((session) => textCommand(session, { id, path, owner })),
    );
  program
    .command('replay')
    .description('runs what was recorded of a conversation through today’s workflow code; calls no model')
    .argument('[ID]', 'the id of the conversation')
    .option('--file <FILE>', 'replays this history instead, in Temporal’s JSON form')
    .action((id: string | undefined, { file }: { file?: string }) =>
      carryOut((session) => replayCommand(session, { id, file })),
    );
  program
    .command('status')
    .description('what is up, what waits for a worker, how old the newest backup is')
    .action(() => carryOut(statusCommand));
  const builds = program
    .command('builds')
    .description('the builds of the workers, and the open conversations on each')
    .helpCommand(false);
  builds
    .command('list', { isDefault: true })
    .description('lists the builds')
    .action(() => carryOut(listBuildsCommand));
  builds
    .command('move')
    .description('moves open conversations of a build to the current one')
    .argument('<BUILD>', 'the id of the build that they are on')
    .argument('[CONVERSATION]', 'only this one')
    .action((buildId: string, conversationId: string | undefined) =>
      carryOut((session) => moveBuildCommand(session, { buildId, conversationId })),
    );
  program
    .command('wake')
    .description('wakes a standing conversation, or an agent that waits for a time')
    .argument('<ID>', 'the id of the conversation')
    .option('--text <TEXT>', 'what the team is told ("-": standard input)')
    .option('--key <TEXT>', 'repeating the key wakes it once')
    .action((id: string, options: { text?: string; key?: string }) =>
      carryOut((session) => wakeCommand(session, { id, text: options.text, key: options.key })),
    );
  program
    .command('standing')
    .description('makes a conversation a standing one, or ends that')
    .argument('<ID>', 'the id of the conversation')
    .argument('<ON|OFF>', 'on or off')
    .action((id: string, wanted: string) => carryOut((session) => standingCommand(session, { id, wanted })));
  program
    .command('wakes')
    .description('changes which standing conversation the ends of a conversation wake')
    .argument('<ID>', 'the id of the conversation')
    .argument('<STANDING>', 'the id of the one that is woken, or none')
    .action((id: string, target: string) => carryOut((session) => wakesCommand(session, { id, target })));
  program
    .command('answer')
    .description('answers a task that a conversation waits for')
    .argument('<TASK>', 'the id of the task')
    .argument('<DECISION>', 'one of the decisions that show lists')
    .option('--text <TEXT>', 'the reply, the edited text, or the feedback ("-": standard input)')
    .action((taskId: string, decision: string, { text }: { text?: string }) =>
      carryOut((session) => answerCommand(session, { taskId, decision, text })),
    );
  addGroup('knowledge', 'documents that agents answer from', knowledgeCommands);
  addGroup('memory', 'what a team remembers', memoryCommands);
  addGroup('schedule', 'teams that run again and again', scheduleCommands);
  addGroup('calendar', 'when people work: what deadlines are counted in', calendarCommands);
  addGroup('webhook', 'webhooks that wake standing conversations', webhookCommands);
  return program;

  function addGroup(name: string, description: string, commands: readonly AddCommand[]): void {
    const group = program.command(name).description(description).helpCommand(false);
    for (const add of commands) add(group, carryOut);
  }
}

/** Each command's own options, one per line. */
function optionsOf(program: Command): string {
  const lines = namedCommands(program).flatMap(([name, { options }]) =>
    options.map(({ flags, description }) => [flags, `${name}: ${description}`] as const),
  );
  const width = Math.max(...lines.map(([flags]) => flags.length)) + 2;
  return lines.map(([flags, words]) => `  ${flags.padEnd(width)}${words}`).join('\n');
}

/** The commands with their names on the command line, those of groups included. */
function namedCommands(group: Command, prefix = ''): [string, Command][] {
  return group.commands.flatMap((command): [string, Command][] => [
    [`${prefix}${command.name()}`, command],
    ...namedCommands(command, `${prefix}${command.name()} `),
  ]);
}

/** An option with the number of a version. */
function version(name: string, description: string): Option {
  return new Option(`${name} <N>`, description).argParser((given: string) => {
    if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
    throw new InvalidArgumentError('It must be the number of a version.');
  });
}

/** Commander's errors start in lower case, after "error: ". */
function sentence(message: string): string {
  const words = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .trim();
  const full = /[.)]$/.test(words) ? words : `${words}.`;
  return full.charAt(0).toUpperCase() + full.slice(1);
}
