import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import importTable from '../.dependency-cruiser.mjs';

const ROOT = join(import.meta.dirname, '..');

/** Each node of the picture, with examples of files that belong to it. */
const PLACES: Record<string, string[]> = {
  domain: ['workflows/domain/x.ts'],
  contracts: ['workflows/contracts/x.ts'],
  messages: ['workflows/messages.ts'],
  workflows: ['workflows/x.ts'],
  registry: ['activities/index.ts'],
  entryPoints: [
    'conversations',
    'innerTeams',
    'managers',
    'memory',
    'notices',
    'replies',
    'schedules',
    'standing',
    'tasks',
    'toolCalls',
  ].map((folder) => `activities/${folder}/x.ts`),
  asking: ['activities/asking/x.ts'],
  lookUp: ['activities/knowledge/lookUp/x.ts'],
  embed: ['activities/knowledge/embed/x.ts'],
  transcript: ['activities/transcript/x.ts'],
  execution: ['activities/execution/x.ts'],
  model: ['activities/model/x.ts'],
  people: ['activities/people/x.ts'],
  tools: ['activities/tools/x.ts'],
  worker: ['worker/x.ts'],
  server: ['web/x.ts', 'web/api/x.ts', 'web/http/x.ts', 'web/metrics/x.ts'],
  routes: ['web/app/routes/x.ts', 'web/app/root.tsx'],
  pages: ['web/app/pages/calls/x.tsx', 'web/app/pages/calls/x.server.ts'],
  services: ['web/app/services.server.ts'],
  data: ['web/app/data/calls/x.ts', 'web/app/data/calls/x.server.ts'],
  views: ['web/app/views/ui/x.tsx'],
  languages: ['web/app/languages/x.ts', 'web/app/languages/x.server.ts'],
  cli: ['cli/x.ts'],
  prisma: ['prisma/x.ts'],
  platform: ['platform/x.ts'],
  replay: ['replay/x.ts'],
};
const names = Object.keys(PLACES);

interface Rule {
  from: { path?: string | string[]; pathNot?: string | string[] };
  to: { path?: string | string[]; pathNot?: string | string[] };
}

/** The groups that the first matching pattern captures in a path; `$1` in them refers to a group captured before. */
function found(patterns: string | string[] | undefined, path: string, before: readonly string[] = []) {
  return [patterns ?? []]
    .flat()
    .map((pattern) => new RegExp(pattern.replace(/\$(\d)/g, (_, group) => before[Number(group)] ?? '')))
    .map((pattern) => pattern.exec(path))
    .find((match) => match !== null);
}

/** Whether one of the rules based on paths forbids the import. */
function isForbidden(from: string, to: string): boolean {
  const rules: readonly Rule[] = importTable.forbidden;
  return rules.some((rule) => {
    const importer = found(rule.from.path, from);
    if (importer === undefined || found(rule.from.pathNot, from) !== undefined) return false;
    return found(rule.to.path, to, importer) !== undefined && !found(rule.to.pathNot, to, importer);
  });
}

function allowed(from: string, to: string): boolean {
  return (PLACES[from] ?? []).some((a) => (PLACES[to] ?? []).some((b) => !isForbidden(a, b)));
}

/** The arrows between the nodes of a Mermaid flowchart; an arrow at a subgraph counts for everything in it. */
function arrowsOf(picture: string): string[] {
  const holds = new Map<string, string[]>();
  const open: string[] = [];
  const arrows: [string, string][] = [];
  for (const line of picture.split('\n').map((each) => each.trim())) {
    const subgraph = /^subgraph (\w+)/.exec(line)?.[1];
    const node = /^(\w+)\[/.exec(line)?.[1];
    if (subgraph !== undefined) {
      holds.set(subgraph, []);
      open.push(subgraph);
    } else if (line === 'end') open.pop();
    else if (node !== undefined) for (const each of open) holds.get(each)?.push(node);
    else if (line.includes('-->')) {
      const [from = [], to = []] = line.split('-->').map((side) => side.trim().split(/ +& +/));
      arrows.push(...from.flatMap((a) => to.map((b): [string, string] => [a, b])));
    }
  }
  const nodes = (name: string) => holds.get(name) ?? [name];
  return arrows.flatMap(([from, to]) => nodes(from).flatMap((a) => nodes(to).map((b) => `${a} --> ${b}`)));
}

describe('the picture of the folders', () => {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const picture = /## Who imports whom[\s\S]*?```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

  test('has an arrow for each import that the rules allow, and no other', () => {
    const expected = names.flatMap((from) =>
      names.filter((to) => to !== from && allowed(from, to)).map((to) => `${from} --> ${to}`),
    );
    expect(arrowsOf(picture).sort()).toEqual(expected.sort());
  });

  test.each(['activities', 'web', 'web/app'])('has a node for each folder of %s', (parent) => {
    const drawn = Object.values(PLACES).flat();
    const folders = readdirSync(join(ROOT, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['test', 'public', 'app'].includes(entry.name))
      .map(({ name }) => `${parent}/${name}/`);
    expect(folders.filter((folder) => !drawn.some((path) => path.startsWith(folder)))).toEqual([]);
  });

  test('shows no folder that no longer exists', () => {
    const folders = Object.values(PLACES)
      .flat()
      .map((path) => path.slice(0, path.lastIndexOf('/')));
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  });
});
