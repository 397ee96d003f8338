import { readFileSync } from 'node:fs';
import { expect, it, test } from '@jest/globals';
import { isHandler } from '@vercel/routing-utils';
import { frontDoorRoutes, originSchema } from './frontDoor.ts';

const rules: unknown = JSON.parse(readFileSync(new URL('../../vercel.json', import.meta.url), 'utf8'));

it('passes every address but those of files on to the web service, with the key', () => {
  const routes = frontDoorRoutes(rules, 'https://web.example.com');
  expect(routes.map((route) => (isHandler(route) ? route.handle : (route.dest ?? 'headers')))).toEqual([
    'headers',
    'filesystem',
    'https://web.example.com/$1',
    'hit',
    'headers',
  ]);
  expect(JSON.stringify(routes)).toContain('"target":{"key":"x-front-door-key"},"args":"$FRONT_DOOR_KEY"');
  expect(JSON.stringify(routes)).not.toContain('origin.example.com');
});

it('refuses rules that Vercel would refuse', () => {
  const broken = {
    headers: [],
    rewrites: [{ source: '/(((', destination: 'https://origin.example.com/$1' }],
  };
  expect(() => frontDoorRoutes(broken, 'https://web.example.com')).toThrow(/rewrite|source|pattern/i);
});

test.each([
  ['https://web.example.com', true],
  ['https://web.example.com/', false],
  ['https://web.example.com/app', false],
  ['http://web.example.com', false],
  ['web.example.com', false],
  ['', false],
])('COLLOQUY_ORIGIN=%s is taken: %s', (origin, taken) => {
  expect(originSchema.safeParse(origin).success).toBe(taken);
});
