/** The command can't be understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `colloquy: teams of LLM agents as durable conversations

  colloquy run FILE|TEAM TASK     starts a team on a task, and shows what is said until it ends
  colloquy import FILE            makes a team of Colloquy's or AutoGen's JSON
  colloquy save TEAM FILE         makes what FILE holds the team's next version
  colloquy export TEAM            prints a team as AutoGen component JSON
  colloquy list [WHAT]            conversations (or: teams, tasks)
  colloquy show ID                a conversation with its transcript, a team, or a task
  colloquy text ID [PATH [OWNER]] prints the whole of a long text, of which show gives the beginning
  colloquy answer TASK DECISION   answers what a conversation waits for

FILE may be "-", standard input; so may TASK. TEAM is a name or an id.

  --json           JSON on standard output: lines for run, one value for the others
  --no-wait        run: ends with code 3 where the conversation waits for a person
  --key TEXT       run: the same key and task again show the same conversation
  --name NAME      import: what to call the team
  --based-on N     save: the version that you have read; where there is a newer one, nothing is stored
  --note TEXT      save: what is new in it
  --version N      export: which version of the team; the newest without it
  --state STATE    list: only those in this state (tasks: open or closed)
  --text TEXT      answer: the reply, the edited text, or the feedback ("-": standard input)
  --server URL     the server; else COLLOQUY_URL, else what npm start runs here
  --token TOKEN    its token; else COLLOQUY_TOKEN, else that of npm start here
  --help

Exit codes: 0 done or finished, 1 refused or failed, 2 usage, 3 waits for a person, 4 no server or no token that counts,
5 stopped or cancelled, 130 Ctrl-C (the conversation goes on).
`;
