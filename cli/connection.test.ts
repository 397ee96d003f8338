import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from '@jest/globals';
import { findConnection } from './connection.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'colloquy-cli-'));
const nowhere = join(dataFolder, 'nowhere');

beforeEach(() => {
  writeFileSync(
    join(dataFolder, 'running.json'),
    JSON.stringify({ pid: 1, appUrl: 'http://127.0.0.1:3210' }),
  );
  writeFileSync(join(dataFolder, 'api-token'), 'colloquy_local\n');
});
afterAll(() => rmSync(dataFolder, { recursive: true }));

const find = (
  options: { server?: string; token?: string; variables?: Record<string, string>; dataFolder?: string } = {},
) => findConnection({ server: undefined, token: undefined, variables: {}, dataFolder, ...options });

it('finds what npm start runs on this machine, with its token', () => {
  expect(find()).toEqual({ url: 'http://127.0.0.1:3210', token: 'colloquy_local' });
  expect(find({ dataFolder: nowhere })).toEqual({ url: 'http://127.0.0.1:3000', token: '' });
  writeFileSync(join(dataFolder, 'running.json'), '{"pid":');
  expect(find().url).toBe('http://127.0.0.1:3000');
});

it('goes where it is sent: by an option, else by the environment', () => {
  const variables = { COLLOQUY_URL: 'https://a.example/', COLLOQUY_TOKEN: 'from-environment' };
  expect(find({ variables })).toEqual({ url: 'https://a.example', token: 'from-environment' });
  expect(find({ variables, server: 'https://b.example', token: 'option' })).toEqual({
    url: 'https://b.example',
    token: 'option',
  });
});

it("tells this machine's token to no other address", () => {
  expect(find({ server: 'https://b.example' }).token).toBe('');
  expect(find({ server: 'http://127.0.0.1:3210/' }).token).toBe('colloquy_local');
});
