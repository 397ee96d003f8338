import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { type SentryUploads, startSentryUploads } from '../../test/support/sentryUploads.ts';
import { uploadSourceMaps } from './sourceMaps.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
let sentry: SentryUploads;
let root: string;
beforeEach(async () => {
  sentry = await startSentryUploads();
  root = mkdtempSync(join(tmpdir(), 'colloquy-maps-'));
  for (const [folder, name] of [
    ['build/client/assets', 'root-a1b2.js'],
    ['build/server/assets', 'server-build-c3d4.js'],
  ] as const) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, name), 'export const one = 1;\n');
    const map = {
      version: 3,
      sources: ['one.ts'],
      sourcesContent: ['export const one = 1;'],
      names: [],
      mappings: 'AAAA',
    };
    writeFileSync(join(root, folder, `${name}.map`), JSON.stringify(map));
  }
});
afterEach(async () => {
  await sentry.close();
  rmSync(root, { recursive: true });
});

const settings = () => ({
  SENTRY_AUTH_TOKEN: 'a-token-of-the-tests',
  SENTRY_ORG: 'our-org',
  SENTRY_PROJECT: 'our-project',
  SENTRY_URL: sentry.url,
  COLLOQUY_COMMIT: COMMIT,
});

const mapsIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.map'));

describe('source maps', () => {
  it('go to Sentry for the commit’s release, under the addresses that it sees, and are here no more', async () => {
    await uploadSourceMaps(root, settings());
    const [client, server] = sentry.manifests();
    for (const manifest of [client, server]) {
      expect(manifest).toMatchObject({
        org: 'our-org',
        project: 'our-project',
        release: `colloquy@${packageJson.version}+${COMMIT}`,
      });
    }
    expect(client?.urls.sort()).toEqual(['~/assets/root-a1b2.js', '~/assets/root-a1b2.js.map']);
    expect(server?.urls.sort()).toEqual([
      '/app/build/server/assets/server-build-c3d4.js',
      '/app/build/server/assets/server-build-c3d4.js.map',
    ]);
    expect(sentry.tokens()).toEqual(new Set(['Bearer a-token-of-the-tests']));
    expect([...mapsIn('build/client/assets'), ...mapsIn('build/server/assets')]).toEqual([]);
  }, 60_000);

  it('are taken away also where Sentry refuses them', async () => {
    sentry.refuse();
    await expect(uploadSourceMaps(root, settings())).rejects.toThrow('ended with');
    expect([...mapsIn('build/client/assets'), ...mapsIn('build/server/assets')]).toEqual([]);
  }, 60_000);
});
