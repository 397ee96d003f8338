import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles as worker/bundle.ts does: with no module ignored. Returns the name of every module in the bundle. */
async function bundled(workflowsPath: string): Promise<string[]> {
  const logger = new DefaultLogger('ERROR', () => undefined);
  const workflowInterceptorModules = [join(root, 'workflows/traceInterceptors.ts')];
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules,
    logger,
    ignoreModules: [],
  });
  const encoded =
    /sourceMappingURL=data:application\/json;charset=utf-8;base64,([\w+/=]+)\s*$/.exec(code)?.[1] ?? '';
  const { sources } = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { sources: string[] };
  return sources;
}

/** Those of a bundle's modules that are ours, by their path in the project. */
function oursOf(sources: string[]): string[] {
  const ours = /(?:^|\/)((?:activities|bench|ops|platform|prisma|test|web|worker|workflows)\/.+[.]tsx?)$/;
  return sources
    .filter((source) => !source.includes('node_modules/'))
    .flatMap((source) => ours.exec(source)?.[1] ?? []);
}

describe('the workflow bundle', () => {
  let sources: string[];
  beforeAll(async () => {
    sources = await bundled(join(root, 'workflows/index.ts'));
  });

  it('consists of workflows/, and of nothing else of ours', () => {
    const ours = oursOf(sources);
    expect(ours).toContain('workflows/conversation.ts');
    expect(ours).toContain('workflows/domain/conversation/reduce.ts');
    expect(ours.filter((path) => !path.startsWith('workflows/'))).toEqual([]);
  });

  it('contains no Node module, not even an ignored one', () => {
    const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    const names = sources.map((source) =>
      source.replace(/^webpack:\/\/[^/]*\//, '').replace(/^(ignored|external) /, ''),
    );
    expect(names.filter((name) => builtins.has(name.replace(/["| ].*$/, '')))).toEqual([]);
  });
});

describe('the code of workflows', () => {
  // Its modules are evaluated once and shared by all workflows of a worker.
  it('keeps no state in its modules, and does not contain zod, which does not work frozen', async () => {
    const sources = await bundled(join(root, 'workflows/index.ts'));
    expect(sources.filter((source) => /node_modules\/zod\//.test(source))).toEqual([]);
    const texts = oursOf(sources).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
    expect(texts.length).toBeGreaterThan(40);
    const state = /^(export )?(let|var) |^(export )?const \w+[^=]*= (new (Map|Set|WeakMap|WeakSet)\b|\[\];)/m;
    expect(texts.filter(([, text]) => state.test(text)).map(([path]) => path)).toEqual([]);
  });
});

describe('a workflow that imports what it may not import', () => {
  let folder: string;
  beforeAll(async () => {
    // Within the project, so that its packages are found.
    folder = await mkdtemp(join(root, 'node_modules/.cache/bundle-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const bundledCode = async (code: string) => {
    const path = join(folder, 'workflow.ts');
    await writeFile(path, code);
    return bundled(path);
  };

  it('cannot be bundled with a Node module', async () => {
    const reading = bundledCode(`import { readFileSync } from 'fs'; export const read = readFileSync;`);
    await expect(reading).rejects.toThrow(/disallowed modules:\s+- 'fs'/);
  });

  it('is detected with code from another folder, although that can be bundled', async () => {
    const timeout = JSON.stringify(join(root, 'platform/withTimeout.ts'));
    expect(oursOf(await bundledCode(`export { withTimeout } from ${timeout};`))).toContain(
      'platform/withTimeout.ts',
    );
  });
});
