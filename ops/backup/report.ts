import { InvalidEnvironmentError } from '../../platform/environment.ts';
import { createLogger } from '../../platform/logger.ts';
import { BackupError } from './backupError.ts';

/** How a command says what it does. */
export interface Report {
  info: (words: string, facts?: object) => void;
  warn: (words: string, facts?: object) => void;
  error: (words: string, facts?: object) => void;
}

/** Words on a terminal; JSON lines, as other processes log, where nobody watches or `--json` was given. */
export function openReport(process_: string, asJson: boolean): Report {
  if (asJson || !process.stdout.isTTY) {
    const logger = createLogger({ process: process_, level: 'info' });
    return {
      info: (words, facts) => logger.info(facts ?? {}, words),
      warn: (words, facts) => logger.warn(facts ?? {}, words),
      error: (words, facts) => logger.error(facts ?? {}, words),
    };
  }
  return {
    info: (words, facts) => console.log(`${words}${inBrackets(facts)}`),
    warn: (words) => console.warn(`Warning: ${words}`),
    error: (words) => console.error(words),
  };
}

function inBrackets(facts: object = {}): string {
  const { seconds, bytes } = facts as { seconds?: number; bytes?: number };
  const figures = [
    ...(bytes === undefined ? [] : [`${(bytes / 1e6).toFixed(1)} MB`]),
    ...(seconds === undefined ? [] : [`${String(seconds)} s`]),
  ];
  return figures.length === 0 ? '' : ` (${figures.join(', ')})`;
}

/** A time in seconds as a report says it, to a tenth. */
export function inSeconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

/** Runs a command to its exit code: what it expects to go wrong is said in words, anything else with its stack. */
export async function runCommand(report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof BackupError || error instanceof InvalidEnvironmentError) report.error(error.message);
    else report.error(error instanceof Error ? error.message : String(error), { err: error });
    process.exitCode = 1;
  }
}
