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
