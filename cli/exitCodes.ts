/** What the command line's exit codes mean (docs/cli.md). */
export const exitCodes = {
  /** Done; of `run`: the conversation has finished. */
  done: 0,
  /** Refused, or the conversation failed. */
  failed: 1,
  /** The command can't be understood. */
  usage: 2,
  /** The conversation waits for a person, and was not to be waited for. */
  waits: 3,
  /** No server, or one that does not take the token. */
  noServer: 4,
  /** Somebody has stopped or cancelled the conversation. */
  stopped: 5,
  /** Ended by Ctrl-C; the conversation goes on. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
