import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceNode } from 'railway/iac';
import { evaluateRailway } from '../../../ops/deploy/evaluateRailway.ts';
import { freePort, isHealthy } from '../../../ops/embedded/network.ts';
import { type Service, startService } from '../../../ops/embedded/service.ts';
import { DEPLOYMENT, type Release } from './releaseTree.ts';

export type ServiceName = 'web' | 'worker-blue' | 'worker-green';

/** A process of a service, as the host runs it. */
export interface HostedProcess {
  url: string;
  /** Asks it to end, and kills it where it takes longer than the service may; says whether it had to. */
  drain: () => Promise<{ isKilled: boolean }>;
}

/** Stands in for the host: runs the services of `.railway/railway.ts` by the commands and times that stand there. */
export interface Platform {
  /** What runs before a deployment, command by command; `timed` is told what each took. Rejects where one fails. */
  preDeploy: (
    service: ServiceName,
    release: Release,
    timed: (script: string, seconds: number) => void,
  ) => Promise<void>;
  /** Starts a process and resolves when it is healthy. */
  start: (service: ServiceName, release: Release) => Promise<HostedProcess>;
  /** Runs one of the product's commands in a release; returns what it printed. */
  run: (release: Release, script: string, args?: string[]) => Promise<string>;
  /** How long both versions of a service answer. */
  overlapMs: (service: ServiceName) => number;
  close: () => Promise<void>;
}

/** `variables` are those that an operator sets, with the addresses of what runs here. */
export async function openPlatform(options: {
  folder: string;
  variables: Record<string, string>;
}): Promise<Platform> {
  const { resources } = await evaluateRailway('production');
  const running = new Set<Service>();

  function deployOf(name: ServiceName): NonNullable<ServiceNode['deploy']> {
    const node = resources.find((each): each is ServiceNode => each.type === 'service' && each.name === name);
    if (!node?.deploy) throw new Error(`.railway/railway.ts has no ${name}`);
    return node.deploy;
  }

  const environment = (release: Release): NodeJS.ProcessEnv => ({
    ...process.env,
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    NODE_NO_WARNINGS: '1',
    WORKER_DEPLOYMENT: DEPLOYMENT,
    COLLOQUY_COMMIT: release.commit,
    ...options.variables,
  });

  function shell(release: Release, command: string): Promise<string> {
    const child = spawn('sh', ['-c', command], {
      cwd: release.root,
      env: environment(release),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(output);
        else reject(new Error(`${command} ended with ${String(code)}:\n${output}`));
      });
    });
  }

  return {
    preDeploy: async (name, release, timed) => {
      const commands = (deployOf(name).preDeployCommand ?? []).flatMap((line) => line.split(' && '));
      for (const command of commands) {
        const began = performance.now();
        await shell(release, command);
        timed(command.replace(/^node ops\/(.*)\.ts$/, '$1'), (performance.now() - began) / 1_000);
      }
    },
    start: async (name, release) => {
      const { startCommand, healthcheckPath, drainingSeconds } = deployOf(name);
      const [command, ...args] = (startCommand ?? '').split(' ');
      if (command !== 'node') throw new Error(`${name} starts by ${command ?? 'nothing'}`);
      const port = String(await freePort());
      const url = `http://127.0.0.1:${port}`;
      const service = await startService({
        name,
        command: process.execPath,
        args,
        cwd: release.root,
        env: { ...environment(release), PORT: port, WORKER_HEALTH_PORT: port },
        logFile: join(options.folder, `${name}.log`),
        isReady: () => isHealthy(`${url}${healthcheckPath ?? ''}`),
        startTimeoutMs: 240_000,
      });
      running.add(service);
      let isDead = false;
      void service.exited.then(() => (isDead = true));
      return {
        url,
        drain: async () => {
          if (isDead) throw new Error(`${name} had died: see ${name}.log`);
          process.kill(service.pid, 'SIGTERM');
          const ended = await Promise.race([
            service.exited.then(() => true),
            delay((drainingSeconds ?? 0) * 1_000, false, { ref: false }),
          ]);
          await service.stop(0);
          running.delete(service);
          return { isKilled: !ended };
        },
      };
    },
    run: (release, script, args = []) => shell(release, ['node', script, ...args].join(' ')),
    overlapMs: (name) => (deployOf(name).overlapSeconds ?? 0) * 1_000,
    close: async () => {
      await Promise.all([...running].map((service) => service.stop(1_000)));
    },
  };
}
