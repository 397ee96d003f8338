import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandOf, endProcess, isAlive } from './processes.ts';
import type { Running } from './runningFile.ts';
import { readRunning, writeRunning } from './runningFile.ts';
import { StartError } from './startError.ts';

/** The folder in which an installation on one machine keeps its data. */
export interface DataFolder {
  path: string;
  /** A path inside it. */
  file: (...names: string[]) => string;
  /** Records what is running. */
  note: (running: Omit<Running, 'pid'>) => void;
  /** Releases the folder for the next start. */
  release: () => void;
}

/** Opens the folder for this process alone, and ends what a killed launcher has left running. */
export async function openDataFolder(folder: string, say: (line: string) => void): Promise<DataFolder> {
  const path = resolve(folder);
  try {
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError(
      `The data folder ${path} can't be used (${reason}): make it writable, or set COLLOQUY_DATA to another.`,
    );
  }
  const runningFile = join(path, 'running.json');
  const earlier = readRunning(runningFile);
  if (earlier !== undefined && earlier.pid !== process.pid) {
    if (isAlive(earlier.pid) && /ops\/(start|dev)\.ts/.test(commandOf(earlier.pid))) {
      throw new StartError(
        `Colloquy is already running on ${path} (process ${earlier.pid}): stop it, or set COLLOQUY_DATA to another folder.`,
      );
    }
    await endLeftovers(earlier.children, say);
  }
  const note: DataFolder['note'] = (running) => writeRunning(runningFile, { pid: process.pid, ...running });
  note({ children: [] });
  return {
    path,
    file: (...names) => join(path, ...names),
    note,
    release: () => rmSync(runningFile, { force: true }),
  };
}

async function endLeftovers(pids: number[], say: (line: string) => void): Promise<void> {
  const ours = pids.filter(
    (pid) =>
      isAlive(pid) && /databaseServer|start-dev|demo-model|worker\/main|web\/server/.test(commandOf(pid)),
  );
  if (ours.length === 0) return;
  say('The last start was killed: ending the processes that it left …');
  // Newest first: users of the database and Temporal before the servers themselves.
  for (const pid of ours.toReversed()) await endProcess(pid, 10_000);
}
