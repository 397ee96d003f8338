/** The command line's exit codes (docs/cli.md). */
export const exitCodes = {
  /** Done; for `run`: the conversation has finished. */
  done: 0,
  /** Refused, or the conversation failed. */
  failed: 1,
  /** The command line is invalid. */
  usage: 2,
  /** The conversation waits for a person, or an agent of it for a time, and the command was not asked to wait. */
  waits: 3,
  /** There is no server, or it does not accept the token. */
  noServer: 4,
  /** Somebody has stopped or cancelled the conversation. */
  stopped: 5,
  /** Interrupted by Ctrl-C; the conversation continues. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
