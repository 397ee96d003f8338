import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hostTools } from './hostTools.ts';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');

  it('uses actions by the full hash of a commit, with their version beside it', () => {
    const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, what]) => what ?? '');
    const unpinned = used.filter(
      (what) => !what.startsWith('./') && !/^[\w./-]+@[0-9a-f]{40} # v\d[\w.]*$/.test(what),
    );
    expect(unpinned).toEqual([]);
  });

  it('calls the hosts’ command lines in the versions that are kept in one place', () => {
    const called = [...text.matchAll(/npx --yes (\S+)/g)].map(([, what]) => what);
    expect(called.filter((what) => !Object.values<string | undefined>(hostTools).includes(what))).toEqual([]);
  });

  it('pushes knowledge migrations to the linked project, and waits for nobody to agree', () => {
    const pushed = [...text.matchAll(/supabase@\S+ db push(.*)$/gm)].map(([, options]) => options);
    expect(pushed.filter((options) => options !== ' --remote --yes')).toEqual([]);
  });

  it('runs scripts that there are', () => {
    const ran = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script]) => script ?? '');
    expect(ran.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('may do nothing but read where it does not say what it needs', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
  });

  it('puts nothing that others write into a script', () => {
    const inScripts = [...text.matchAll(/^ +run: (?:\|\n((?: {10,}.*\n)+)|(.*)\n)/gm)].map(
      ([, block, line]) => block ?? line ?? '',
    );
    expect(inScripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

it('names the same versions in the guide', () => {
  const guide = readFileSync(new URL('../../docs/deployment.md', import.meta.url), 'utf8');
  const named = [...guide.matchAll(/npx (?:--yes )?(@?[\w/-]+@\d[\w.]*)/g)].map(([, what]) => what);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((what) => !Object.values<string | undefined>(hostTools).includes(what))).toEqual([]);
});
