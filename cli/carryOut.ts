import type { Command } from 'commander';
import type { ExitCode } from './exitCodes.ts';
import type { Session } from './session.ts';

/** Carries a command out with the session for its options; what it resolves with is the exit code. */
export type CarryOut = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;

/** Adds a command to a group of commands, such as `colloquy knowledge`. */
export type AddCommand = (group: Command, carryOut: CarryOut) => void;
