import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const runningSchema = z.object({
  /** The process id of the launcher. */
  pid: z.number(),
  /** The processes that it has started. */
  children: z.array(z.number()),
  databaseUrl: z.string().optional(),
  temporalAddress: z.string().optional(),
  appUrl: z.string().optional(),
});

/**
 * A file that records what runs on a data folder: for other commands, for a second start, and for cleaning up after a
 * launcher that was killed.
 */
export type Running = z.infer<typeof runningSchema>;

/** The content of the file; undefined if it is missing or incomplete. */
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
