// Uses only Node's own modules: this runs before anything is installed.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOOK_EVERY_MS = 200;
/** Longer than any installation takes. */
const GIVE_UP_AFTER_MS = 20 * 60_000;

/**
 * Runs `work` while no other process runs anything under the same lock. The lock is a folder with a file named after
 * the owner's process id; it is created together with that file, and counts as free if the owner is gone. `waiting`
 * is called once with the process id of the owner that this process waits for. Throws if that process does not
 * finish.
 */
export function withLock(folder, work, { waiting = () => undefined, giveUpAfterMs = GIVE_UP_AFTER_MS } = {}) {
  const since = performance.now();
  let told = false;
  while (!take(folder)) {
    const owner = ownerOf(folder);
    if (owner === null) continue;
    if (!isRunning(owner)) {
      release(folder, owner);
      continue;
    }
    if (!told) waiting(owner);
    told = true;
    if (performance.now() - since > giveUpAfterMs) {
      throw new Error(
        `process ${owner} holds the lock and does not finish; if it is not an installation, delete ${folder}`,
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS);
  }
  try {
    return work();
  } finally {
    release(folder, process.pid);
  }
}

function take(folder) {
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  writeFileSync(join(draft, String(process.pid)), '');
  try {
    // Fails if the folder exists and has an owner.
    renameSync(draft, folder);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(error.code)) return false;
    throw error;
  }
}

/** Null: it is just being released. */
function ownerOf(folder) {
  try {
    const [name] = readdirSync(folder);
    if (name === undefined) rmdirSync(folder);
    return name === undefined ? null : Number(name);
  } catch (error) {
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) return null;
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Releases what `owner` holds; a lock that another process has taken meanwhile stays, since its folder is not empty.
 */
function release(folder, owner) {
  try {
    unlinkSync(join(folder, String(owner)));
    rmdirSync(folder);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
}
