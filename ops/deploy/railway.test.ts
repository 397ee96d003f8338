import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { type RailwayGraph, type ResourceNode, type ServiceNode, validateGraph } from 'railway/iac';
import { environmentVariables, readEnvironment } from '../../platform/environment.ts';
import { SHUTDOWN_GRACE_SECONDS } from '../../worker/createWorker.ts';
import { evaluateRailway } from './evaluateRailway.ts';

const isService = (node: ResourceNode): node is ServiceNode => node.type === 'service';

async function servicesOf(environment: string): Promise<Record<string, ServiceNode>> {
  const { resources } = await evaluateRailway(environment);
  return Object.fromEntries(resources.filter(isService).map((node) => [node.name, node]));
}

const OURS = ['web', 'worker-blue', 'worker-green'] as const;

/** Its variables, with something for each that is set by the operator. */
function variablesOf(service: ServiceNode | undefined, of: (name: string) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(service?.variables ?? {}).map(([name, value]) => {
      if (value.type === 'literal')
        return [
          name,
          (value.value ?? '').replace(/\$\{\{shared\.(\w+)\}\}/g, (_all, shared: string) => of(shared)),
        ];
      throw new Error(`${name} is set in a way that this test does not know`);
    }),
  );
}

const SHARED: Record<string, string> = {
  POSTGRES_PASSWORD: 'hunter2',
  SUPABASE_URL: 'https://project.supabase.co',
  SUPABASE_SERVICE_KEY: 'key',
  SESSION_SECRET: 'a secret of at least thirty-two characters',
  FRONT_DOOR_KEY: 'a key of at least thirty-two characters',
  APP_URL: 'https://colloquy.example.com',
};

/** In words for a person who compares: a line for each resource, and one for each of its settings. */
function outline({ resources, edges }: RailwayGraph): string[] {
  return [
    ...resources.flatMap((node) => [
      `${node.type} ${node.name}`,
      ...(isService(node)
        ? [
            ...(node.source?.image ? [`  image ${node.source.image}`] : []),
            ...Object.entries(node.deploy ?? {}).map(([name, value]) => `  ${name} ${JSON.stringify(value)}`),
            ...(node.variables ? [`  variables ${Object.keys(node.variables).join(' ')}`] : []),
          ]
        : []),
    ]),
    ...edges.map(({ from, to, type }) => `${from} → ${to} (${type})`),
  ];
}

describe('.railway/railway.ts', () => {
  test.each(['production', 'preview'])('is a valid graph in %s', async (environment) => {
    const graph = await evaluateRailway(environment);
    expect(validateGraph(graph)).toEqual([]);
    expect(outline(graph)).toMatchSnapshot();
  });

  it('knows nothing secret: whatever is, is a shared variable', async () => {
    for (const service of Object.values(await servicesOf('production')))
      for (const [name, value] of Object.entries(service.variables ?? {}))
        if (/SECRET|PASSWORD|PWD|_KEY|_URL$/.test(name) && value.type === 'literal')
          expect([service.name, name, value.value]).toEqual([
            service.name,
            name,
            expect.stringContaining('${{shared.'),
          ]);
  });

  it.each(OURS)('gives %s variables that it knows and takes', async (name) => {
    const service = (await servicesOf('production'))[name];
    const variables = variablesOf(service, (shared) => SHARED[shared] ?? '');
    expect(Object.keys(variables).filter((each) => !environmentVariables.includes(each))).toEqual([]);
    expect(readEnvironment(variables)).toMatchObject({
      DATABASE_URL: 'postgresql://colloquy:hunter2@postgres.railway.internal:5432/colloquy',
      TEMPORAL_ADDRESS: 'temporal.railway.internal:7233',
      SUPABASE_URL: 'https://project.supabase.co',
      HOST: '::',
    });
  });

  it('asks each process for its health where it listens', async () => {
    const services = await servicesOf('production');
    for (const name of OURS) {
      expect(services[name]?.deploy?.healthcheckPath).toBe('/health');
      const { PORT, WORKER_HEALTH_PORT } = variablesOf(services[name], (shared) => SHARED[shared] ?? '');
      if (name !== 'web') expect(WORKER_HEALTH_PORT).toBe(PORT);
    }
  });

  it('lets a worker finish before it is killed, and the web process end its requests', async () => {
    const services = await servicesOf('production');
    for (const name of OURS) expect(services[name]?.deploy?.startCommand).toMatch(/^node /);
    for (const name of ['worker-blue', 'worker-green'])
      expect(services[name]?.deploy?.drainingSeconds).toBeGreaterThan(SHUTDOWN_GRACE_SECONDS + 10);
    expect(services['web']?.deploy?.drainingSeconds).toBeGreaterThan(8);
  });

  it('begins with what the plan asks for', async () => {
    const services = await servicesOf('production');
    for (const name of OURS)
      expect(services[name]?.deploy?.limitOverride?.containers).toEqual({
        cpu: 0.5,
        memoryBytes: 512 * 2 ** 20,
      });
    expect(services['postgres']?.deploy?.limitOverride?.containers?.memoryBytes).toBe(2 ** 30);
    expect(services['postgres']?.volumeAttachments?.['postgres-data']?.volumeConfig).toEqual({
      sizeMB: 5_120,
    });
  });

  it('migrates before a process starts, and starts no worker that would break an open conversation', async () => {
    const services = await servicesOf('production');
    expect(services['web']?.deploy?.preDeployCommand).toEqual([
      'node ops/migrate.ts && node ops/release/current.ts',
    ]);
    for (const name of ['worker-blue', 'worker-green'])
      expect(services[name]?.deploy?.preDeployCommand).toEqual([
        'node ops/replayGate.ts && node ops/migrate.ts',
      ]);
  });

  it('has each service that is our image deployed by a pipeline', async () => {
    for (const [environment, workflow] of [
      ['production', 'deploy.yml'],
      ['preview', 'preview.yml'],
    ] as const) {
      const file = new URL(`../../.github/workflows/${workflow}`, import.meta.url);
      const named = [...readFileSync(file, 'utf8').matchAll(/deploy-service -- ([\w-]+) "\$IMAGE"/g)];
      const deployed = named.flatMap(([, name = '']) =>
        name === 'worker' ? ['worker-blue', 'worker-green'] : [name],
      );
      const ours = Object.values(await servicesOf(environment)).filter(({ source }) => !source?.image);
      expect(deployed.toSorted()).toEqual(ours.map(({ name }) => name).toSorted());
    }
  });

  it('makes a backup a day in production, and none of a preview', async () => {
    expect((await servicesOf('production'))['backup']?.deploy).toMatchObject({
      startCommand: 'npm run -s backup',
      cronSchedule: '17 3 * * *',
      restartPolicyType: 'NEVER',
    });
    expect(Object.keys(await servicesOf('preview'))).toEqual(['postgres', 'temporal', 'web', 'worker-blue']);
  });

  it('opens nothing but the web app: no TCP proxy, no domain of a database or of Temporal', async () => {
    for (const service of Object.values(await servicesOf('production')))
      expect([service.name, service.networking]).toEqual([service.name, undefined]);
  });
});
