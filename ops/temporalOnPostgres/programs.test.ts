import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findTemporalPrograms, requireTemporalPrograms } from './programs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-programs-'));
  for (const [place, names] of [
    ['path', ['temporal-server', 'temporal-sql-tool', 'server']],
    ['go', ['server', 'sql']],
    ['half', ['server']],
  ] as const) {
    mkdirSync(join(folder, place));
    for (const name of names) writeFileSync(join(folder, place, name), '', { mode: 0o755 });
  }
  writeFileSync(join(folder, 'path', 'sql'), 'not to be run', { mode: 0o644 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);

describe('the programs of a Temporal server on PostgreSQL', () => {
  it('are those on PATH, by the names of its releases', () => {
    expect(findTemporalPrograms({ PATH: `/nowhere:${place('path')}`, GOBIN: place('go') })).toEqual({
      server: place('path/temporal-server'),
      schemaTool: place('path/temporal-sql-tool'),
    });
  });

  it('are those that Go has built, under the names that it gives them', () => {
    expect(findTemporalPrograms({ PATH: '/nowhere', GOBIN: place('go') })).toEqual({
      server: place('go/server'),
      schemaTool: place('go/sql'),
    });
  });

  it('are those that are named', () => {
    const named = {
      TEMPORAL_SERVER_PROGRAM: place('go/server'),
      TEMPORAL_SQL_TOOL: place('path/temporal-sql-tool'),
    };
    expect(findTemporalPrograms({ PATH: place('path'), ...named })).toEqual({
      server: place('go/server'),
      schemaTool: place('path/temporal-sql-tool'),
    });
  });

  it.each([
    ['one of them is missing', { PATH: '', GOBIN: 'half' }],
    ['what is named is no program', { PATH: 'path', TEMPORAL_SQL_TOOL: 'path/sql' }],
  ])('are missed with what to do where %s', (_case, variables) => {
    const placed = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value === '' ? '' : place(value)]),
    );
    expect(findTemporalPrograms({ GOBIN: '/nowhere', ...placed })).toBeNull();
    expect(() => requireTemporalPrograms({ GOBIN: '/nowhere', ...placed })).toThrow(
      /go install go\.temporal\.io\/server\/cmd\/tools\/sql@v1\.\d+\.\d+/,
    );
  });
});
