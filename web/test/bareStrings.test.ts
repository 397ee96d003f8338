import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bareStrings } from './support/bareStrings.ts';

const APP = join(import.meta.dirname, '../app');

/** Folders whose words do not stand in the catalogues yet, by their names, on whatever floor: this list only shrinks. */
const NOT_YET: readonly string[] = ['teams'];

const SOURCES = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  // The catalogues themselves.
  .filter((path) => !/^languages\/(en|zh-CN)\//.test(path))
  .sort();

const findings = SOURCES.map((path) => ({
  path,
  strings: bareStrings(path, readFileSync(join(APP, path), 'utf8')),
}));

function notYet(path: string): string | undefined {
  const folders = relative('.', path).split('/');
  return NOT_YET.find((name) => folders.includes(name));
}

test('no page holds words of its own: they stand in the catalogues (CONTRIBUTING.md)', () => {
  const bare = findings
    .filter(({ path }) => notYet(path) === undefined)
    .flatMap(({ path, strings }) => strings.map(({ line, text }) => `web/app/${path}:${line} ${text}`));
  expect(bare).toEqual([]);
});

test('what is to be done is not done yet', () => {
  for (const name of NOT_YET) {
    const left = findings.filter(({ path, strings }) => notYet(path) === name && strings.length > 0);
    expect({ name, isLeft: left.length > 0 }).toEqual({ name, isLeft: true });
  }
});

describe('bareStrings', () => {
  const textsIn = (source: string) => bareStrings('page.tsx', source).map(({ text }) => text);

  test.each([
    ['<p>Hello there</p>', ['Hello there']],
    ['<p>{open ? "Open" : "Shut"}</p>', ['Open', 'Shut']],
    ['<p>{open && "Open"}</p>', ['Open']],
    ['<p>{`${count} left`}</p>', ['… left']],
    ['<img alt="A cat" />', ['A cat']],
    ['<a aria-label={`Go to ${name}`} />', ['Go to …']],
    ['const looks = { label: "Open" };', ['Open']],
    ['const REASON = "There is no such team.";', ['There is no such team.']],
    ['toast("Your changes were saved");', ['Your changes were saved']],
    ['<p>你好</p>', ['你好']],
  ])('finds the words of %s', (source, texts) => {
    expect(textsIn(source)).toEqual(texts);
  });

  test.each([
    '<p className="flex items-center">{t("inbox:title")}</p>',
    '<Link to="/teams">{name} · {"–"}</Link>',
    '<h1>Colloquy</h1>',
    'throw new Error("There is no such team.");',
    'const state = { kind: "open", label: t("open") };',
    'import { a } from "./Some file.ts";',
    'logger.warn({}, "This went wrong.");',
  ])('finds none in %s', (source) => {
    expect(textsIn(source)).toEqual([]);
  });
});
