import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const runningSchema = z.object({
  /** The launcher. */
  pid: z.number(),
  /** The processes that it has started. */
  children: z.array(z.number()),
  databaseUrl: z.string().optional(),
  temporalAddress: z.string().optional(),
  appUrl: z.string().optional(),
});

/** What runs on a data folder: for other commands, for a second start, and to clean up after a launcher that was killed. */
export type Running = z.infer<typeof runningSchema>;

/** The content of the file; undefined where there is none, or half of one. */
export function readRunning(file: string): Running | undefined {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeRunning(file: string, running: Running): void {
  writeFileSync(file, `${JSON.stringify(running)}\n`, { mode: 0o600 });
}
