import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createToken, ensureMachineAccount } from '../../../ops/createToken.ts';
import type { Database } from '../../../platform/database.ts';

const MAIN = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

/** The command line as a person runs it, in a process of its own. */
export interface CommandLine {
  token: string;
  /** Runs it; gives its output so far, and at its end all of its output and its exit code. */
  run: (...args: string[]) => CommandRun;
}

export interface CommandRun {
  said: () => string;
  ended: Promise<string>;
  exitCode: Promise<number | null>;
}

export async function commandLine(world: { url: string; database: Database }): Promise<CommandLine> {
  const token = await createToken(world.database, {
    userId: await ensureMachineAccount(world.database),
    name: 'Test',
  });
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-cli-'));
  return {
    token,
    run: (...args) => {
      const child = spawn(process.execPath, ['--no-warnings', MAIN, ...args], {
        env: {
          NODE_ENV: 'production',
          PATH: process.env['PATH'],
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
          COLLOQUY_DATA: folder,
          COLLOQUY_URL: world.url,
          COLLOQUY_TOKEN: token,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (said += text));
      }
      const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
      return { said: () => said, exitCode, ended: exitCode.then(() => said) };
    },
  };
}
