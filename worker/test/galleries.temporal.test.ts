import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatRequest } from '../../ops/demo-model/wire.ts';
import { call, type ScriptedReply, text } from '../../test/support/scriptedReply.ts';
import { importComponent } from '../../workflows/contracts/autogen/importComponent.ts';
import { teamConfigSchema } from '../../workflows/contracts/team.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { storyOf } from './transcript.ts';

const GOOGLE = 'https://www.googleapis.com';
const UV = process.env['UV_COMMAND'] ?? 'uv';
const hasUv = spawnSync(UV, ['--version']).status === 0;

/** Google's search and a page that it finds, on this machine. */
let web: Server;
let origin = '';
let asked: URL[] = [];
let colloquy: Colloquy;
let folder = '';

beforeAll(async () => {
  web = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    asked.push(url);
    if (url.pathname === '/customsearch/v1') {
      const items = [{ title: 'Tides', link: `${origin}/tides`, snippet: 'Why the sea rises' }];
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<h1>Tides</h1><script>no()</script><p>The <a href="/moon">moon</a> pulls the sea.</p>');
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  origin = `http://127.0.0.1:${String((web.address() as AddressInfo).port)}`;
  folder = await mkdtemp(join(tmpdir(), 'colloquy-gallery-'));
  colloquy = await startColloquy({
    settings: {
      PYTHON_PACKAGES: hasUv ? ['httpx==0.28.1', 'beautifulsoup4==4.13.4', 'html2text==2025.4.15'] : [],
      PYTHON_SECRETS: ['GOOGLE_API_KEY', 'GOOGLE_CSE_ID'],
      PYTHON_CACHE: folder,
      UV_COMMAND: UV,
    },
    variables: { COLLOQUY_SECRET_GOOGLE_API_KEY: 'key-of-a-test', COLLOQUY_SECRET_GOOGLE_CSE_ID: 'engine' },
  });
});
afterAll(async () => {
  await colloquy.close();
  web.closeAllConnections();
  web.close();
  await rm(folder, { recursive: true, force: true });
});

/** A team of a gallery as published; only Google's address is replaced. */
function teamOf(gallery: string, name: string) {
  const file = readFileSync(new URL(`../../test/galleries/${gallery}.json`, import.meta.url), 'utf8');
  const result = importComponent(JSON.parse(file.replaceAll(GOOGLE, origin)));
  const team = result.ok ? result.teams.find((each) => each.name === name) : undefined;
  if (!team) throw new Error(`${gallery} has no ${name}`);
  return teamConfigSchema.parse(team.config);
}

const saidOf = (request: ChatRequest) => request.messages.map(({ content }) => content).join('\n');
const isSelector = (request: ChatRequest) => /select the next role from/i.test(saidOf(request));

/** The calculator is called once, then the model gets its result. */
const calculates = (request: ChatRequest): ScriptedReply =>
  /\b42\b/.test(saidOf(request))
    ? text('It is 42. TERMINATE')
    : call('calculator', { a: 6, b: 7, operator: '*' });

const critic = (request: ChatRequest): ScriptedReply => {
  if (isSelector(request))
    return text(/assistant_agent: /.test(saidOf(request)) ? 'critic_agent' : 'assistant_agent');
  return /Critique/.test(saidOf(request)) ? text('Say so in a sentence.') : calculates(request);
};

const handsOver = (request: ChatRequest): ScriptedReply =>
  /You are Alice/.test(saidOf(request)) ? call('transfer_to_bob', {}) : text('6 times 7 is 42. TERMINATE');

const researches = (request: ChatRequest): ScriptedReply => {
  const said = saidOf(request);
  const found = /Why the sea rises/.test(said);
  const read = /^# Tides/m.test(said) && /pulls the sea/.test(said);
  const verified = /CONTINUE TO THE REPORT/.test(said);
  if (isSelector(request)) {
    if (verified) return text('summary_agent');
    return text(found && fetched ? 'verifier' : 'research_assistant');
  }
  if (/summary agent/.test(said)) return text(`The moon pulls the sea: ${String(read)}. TERMINATE`);
  if (/verification specialist/.test(said)) return text('CONTINUE TO THE REPORT');
  if (!found) return call('google_search', { query: 'tides', num_results: 1, include_content: false });
  fetched = true;
  return call('fetch_webpage', { url: `${origin}/tides` });
};
let fetched = false;

const TEAMS: [
  gallery: string,
  team: string,
  plays: (request: ChatRequest) => ScriptedReply,
  expected: RegExp,
][] = [
  ['studio-0.4.0.3', 'huma_in_loop_team', calculates, /42/],
  ['studio-0.4.0.6', 'Default Team', calculates, /It is 42/],
  ['studio-0.4.2.2', 'RoundRobin Team', calculates, /It is 42/],
  ['studio-0.4.2.2', 'Selector Team', critic, /It is 42/],
  ['studio-0.4.3', 'RoundRobin Team', calculates, /It is 42/],
  ['studio-0.4.3', 'Selector Team', critic, /It is 42/],
  ['studio-0.4.3', 'Swarm Team', handsOver, /Transferred to Bob[^]*6 times 7 is 42/],
];

async function run(gallery: string, name: string, plays: (request: ChatRequest) => ScriptedReply) {
  colloquy.model.otherwise(plays);
  const id = await colloquy.start(teamOf(gallery, name), 'What is 6 times 7?');
  const ended = colloquy.handle(id).result();
  if (name === 'huma_in_loop_team') {
    const task = await openTask(colloquy, id, [], 120_000);
    await answer(colloquy, id, task.id, 'reply', { words: 'Go on.' });
  }
  expect(await ended).toMatchObject({ state: 'finished' });
  return (await storyOf(colloquy.database, id)).join('\n');
}

describe('a team of AutoGen Studio’s gallery runs as published', () => {
  it.each(TEAMS)(
    '%s: %s',
    async (gallery, name, plays, expected) => {
      expect(await run(gallery, name, plays)).toMatch(expected);
    },
    240_000,
  );

  // Its tools import httpx, bs4 and html2text, which uv installs.
  (hasUv ? it : it.skip).each(['studio-0.4.2.2', 'studio-0.4.3'])(
    '%s: Deep Research Team, whose tools search the web and read a page',
    async (gallery) => {
      [asked, fetched] = [[], false];
      const story = await run(gallery, 'Deep Research Team', researches);
      expect(story).toMatch(/'title': 'Tides'[^]*# Tides[^]*\/moon[^]*The moon pulls the sea: true/);
      expect(asked.map(({ pathname }) => pathname)).toEqual(['/customsearch/v1', '/tides']);
      expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
        key: 'key-of-a-test',
        cx: 'engine',
        q: 'tides',
      });
      expect(story).not.toContain('key-of-a-test');
    },
    480_000,
  );
});
