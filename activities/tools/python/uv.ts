import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { messageOf } from '../causes.ts';

/** Packages can't be made ready; the text says why, and what to do. */
export class PackagesUnavailable extends Error {
  override readonly name = 'PackagesUnavailable';
}

const TIMEOUT_MS = 10 * 60_000;
const SAID_CHARACTERS = 1_500;
/** The sandbox's Python (Pyodide 314), for which only wheels without machine code are taken. */
const SANDBOX_PYTHON = ['--python-version', '3.14', '--python-platform', 'wasm32-pyodide2024'];
const ONLY_WHEELS = ['--only-binary', ':all:', '--no-config', '--quiet'];

/** Folders of installed packages, each made once: its name is a hash of what is in it. */
export class PackageFolders {
  readonly #folder: string;
  readonly #uv: string;
  readonly #made = new Map<string, Promise<string>>();

  /** `folder` holds them all; `uv` is the command of that name, or its path. */
  constructor({ folder, uv }: { folder: string; uv: string }) {
    this.#folder = folder;
    this.#uv = uv;
  }

  /**
   * A folder from which the sandbox can import these requirements and what they need. They are resolved once, into a
   * list with hashes; what is installed is checked by these. Rejects with PackagesUnavailable.
   */
  async forSandbox(requirements: readonly string[]): Promise<string> {
    const made = await this.#once('sandbox', requirements, async (folder) => {
      const [wanted, locked] = [join(folder, 'requirements.in'), join(folder, 'requirements.txt')];
      await writeFile(wanted, `${requirements.join('\n')}\n`);
      const resolve = ['pip', 'compile', wanted, '--output-file', locked, '--generate-hashes'];
      await this.#run([...resolve, ...SANDBOX_PYTHON, ...ONLY_WHEELS]);
      const install = ['pip', 'install', '--target', join(folder, 'site'), '--require-hashes', '--no-deps'];
      await this.#run([...install, '--requirement', locked, ...SANDBOX_PYTHON, ...ONLY_WHEELS]);
    });
    return join(made, 'site');
  }

  /** The interpreter of an environment of the machine's own Python with these requirements. Rejects with PackagesUnavailable. */
  async forMachine(requirements: readonly string[]): Promise<string> {
    const made = await this.#once('machine', requirements, async (folder) => {
      const environment = join(folder, 'venv');
      await this.#run(['venv', environment, '--relocatable', '--no-project', '--no-config', '--quiet']);
      if (requirements.length === 0) return;
      const install = [
        'pip',
        'install',
        '--python',
        join(environment, 'bin/python'),
        '--no-config',
        '--quiet',
      ];
      await this.#run([...install, '--link-mode', 'copy', '--', ...requirements]);
    });
    return join(made, 'venv/bin/python');
  }

  #once(
    kind: string,
    requirements: readonly string[],
    make: (folder: string) => Promise<void>,
  ): Promise<string> {
    const sorted = [...requirements].sort();
    const hash = createHash('sha256')
      .update(JSON.stringify([kind, sorted]))
      .digest('hex')
      .slice(0, 24);
    const target = join(this.#folder, `${kind}-${hash}`);
    const known = this.#made.get(target);
    if (known) return known;
    const making = this.#make(target, make);
    this.#made.set(target, making);
    // One that failed is tried again by who asks next.
    making.catch(() => this.#made.delete(target));
    return making;
  }

  /** First in a temporary folder: another process or an interruption must not leave a partial one. */
  async #make(target: string, make: (folder: string) => Promise<void>): Promise<string> {
    if (await exists(target)) return target;
    const draft = `${target}.${randomUUID()}`;
    try {
      await mkdir(draft, { recursive: true });
      await make(draft);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      // Another process was faster.
      if (await exists(target)) return target;
      if (error instanceof PackagesUnavailable) throw error;
      throw new PackagesUnavailable(`The packages can't be stored in ${this.#folder}: ${messageOf(error)}`);
    }
    return target;
  }

  async #run(args: string[]): Promise<void> {
    const { PATH, HOME, SSL_CERT_FILE, UV_INDEX_URL, UV_DEFAULT_INDEX, UV_CACHE_DIR } = process.env;
    const given = { PATH, HOME, SSL_CERT_FILE, UV_INDEX_URL, UV_DEFAULT_INDEX, UV_CACHE_DIR };
    const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const child = spawn(this.#uv, args, {
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const [said, code] = await Promise.all([text(child.stderr), ended]).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new PackagesUnavailable(
        `Python packages can't be installed: there is no command "${this.#uv}". Install uv ` +
          '(https://docs.astral.sh/uv), or set UV_COMMAND to its path.',
      );
    });
    if (code === 0) return;
    throw new PackagesUnavailable(
      `Python packages can't be installed: uv ${args[0] ?? ''} ended with ${String(code)}: ${said.trim().slice(0, SAID_CHARACTERS)}`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
