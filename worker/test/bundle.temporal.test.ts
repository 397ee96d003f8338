import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = fileURLToPath(new URL('../../', import.meta.url));
const quiet = new DefaultLogger('ERROR', () => undefined);

/** Bundles as worker/bundle.ts does: with no module ignored. Returns every file that is in the bundle. */
async function bundled(workflowsPath: string): Promise<string[]> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet, ignoreModules: [] });
  const encoded =
    /sourceMappingURL=data:application\/json;charset=utf-8;base64,([\w+/=]+)\s*$/.exec(code)?.[1] ?? '';
  const { sources } = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { sources: string[] };
  return sources;
}

describe('the workflow bundle', () => {
  let sources: string[];
  beforeAll(async () => {
    sources = await bundled(join(root, 'workflows/index.ts'));
  });

  it('is made of workflows/, and of nothing else of ours', () => {
    const ours = sources.filter(
      (source) =>
        /[/\\](workflows|activities|platform|web|worker|prisma|ops)[/\\][^/\\]/.test(source) &&
        !source.includes('node_modules'),
    );
    expect(ours.filter((source) => source.includes('workflows/conversation.ts'))).toHaveLength(1);
    expect(ours.filter((source) => !/(^|[/\\])workflows[/\\]/.test(source))).toEqual([]);
  });

  it('holds no module of Node’s', () => {
    const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    expect(
      sources.filter((source) =>
        builtins.has(source.replace(/^.*external (commonjs )?/, '').replaceAll('"', '')),
      ),
    ).toEqual([]);
    expect(sources.filter((source) => source.includes('node:'))).toEqual([]);
  });
});

describe('a workflow that reaches for what it may not have', () => {
  let folder: string;
  beforeAll(async () => {
    // Beneath the project, so that its packages are found.
    folder = await mkdtemp(join(root, 'node_modules/.cache/bundle-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['a module of Node’s', `import { readFileSync } from 'node:fs'; export const used = readFileSync;`],
    ['an activity', `export { createActivities } from ${JSON.stringify(join(root, 'activities/index.ts'))};`],
  ])('cannot be bundled: %s', async (_what, code) => {
    const path = join(folder, 'workflow.ts');
    await writeFile(path, code);
    await expect(bundled(path)).rejects.toThrow(/disallowed modules/);
  });
});
