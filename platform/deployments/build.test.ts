import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOf } from './build.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-build-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function bundle(name: string, code: string): string {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

describe('the build of a process', () => {
  it('is none without a deployment, and needs no bundle then', () => {
    expect(buildOf({}, join(folder, 'none'))).toBeUndefined();
  });

  it('is named after the workflow code: the same for the same code, wherever it is', () => {
    const here = buildOf({ WORKER_DEPLOYMENT: 'colloquy' }, bundle('a.js', 'one'));
    expect(here).toEqual({ deploymentName: 'colloquy', buildId: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(buildOf({ WORKER_DEPLOYMENT: 'colloquy' }, bundle('b.js', 'one'))).toEqual(here);
    expect(buildOf({ WORKER_DEPLOYMENT: 'colloquy' }, bundle('c.js', 'two'))).not.toEqual(here);
  });

  it('has the name that the environment gives it', () => {
    const named = { WORKER_DEPLOYMENT: 'colloquy', WORKER_BUILD: 'v7' };
    expect(buildOf(named, join(folder, 'none'))).toEqual({ deploymentName: 'colloquy', buildId: 'v7' });
  });
});
