import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { catalogue } from '../app/languages/en/catalogue.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What other programs and the terminal say, quoted in the same way. */
const OF_OTHERS = new Set([
  'Project Settings',
  'Data API',
  'Free slots',
  'ColloquyWorkerFull',
  'Port 3000 on 127.0.0.1 is in use',
  'Colloquy is already running on …',
  'No Temporal server was found',
  'The model provider at … cannot be reached: ECONNREFUSED',
  "At event 17, the recording scheduled openTask; today's code would schedule generateReply.",
]);

type Messages = { readonly [name: string]: string | Messages };

function messagesOf(messages: Messages): string[] {
  return Object.values(messages).flatMap((each) => (typeof each === 'string' ? [each] : messagesOf(each)));
}

/** The phrases in italics that begin with a capital: guides name so what a page says. _Settings → Prices_ are two. */
function labelsIn(markdown: string): string[] {
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/(?<![\w*])_([A-Z][^_]{1,120}?)_(?!\w)/g)].flatMap(([, phrase = '']) =>
    phrase.replace(/\s+/g, ' ').split(' → '),
  );
}

const guides = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

test.each(guides)('%s names only what a page says', (guide) => {
  const said = messagesOf(catalogue).map((message) => message.replace(/<[^>]*>/g, ''));
  const unsaid = labelsIn(readFileSync(join(ROOT, guide), 'utf8')).filter(
    (label) => !OF_OTHERS.has(label) && !said.some((message) => message.includes(label)),
  );
  expect(unsaid).toEqual([]);
});
