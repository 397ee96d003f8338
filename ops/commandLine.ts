import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads a command's options from its command line. What it doesn't know ends the process with 2 and a sentence that names what
 * it takes.
 */
export function readOptions<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isAboutOptions(error)) throw error;
    const known = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    console.error(`${error.message.replace(/\.?$/, '.')} It takes ${known.join(', ')}.`);
    process.exit(2);
  }
}

function isAboutOptions(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  );
}

/** Errors whose message tells an operator all there is: a variable that is wrong, a server that can't be reached, a statement that failed. */
const SAID_IN_WORDS = new Set([
  'InvalidEnvironmentError',
  'DatabaseAwayError',
  'TemporalAwayError',
  'MigrationError',
]);

/** From here on, such an error ends the process with 1 and its message alone; any other with its stack, as ever. */
export function endInWords(): void {
  process.once('uncaughtException', (error) => {
    console.error(SAID_IN_WORDS.has(error.name) ? error.message : error);
    process.exit(1);
  });
}
