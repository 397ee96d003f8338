import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bareStrings } from './support/bareStrings.ts';

const APP = join(import.meta.dirname, '../app');

const SOURCES = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  // The catalogues themselves.
  .filter((path) => !/^languages\/(en|zh-CN)\//.test(path))
  .sort();

const findings = SOURCES.map((path) => ({
  path,
  strings: bareStrings(path, readFileSync(join(APP, path), 'utf8')),
}));

test('no page contains words of its own: they are in the catalogues (CONTRIBUTING.md)', () => {
  const bare = findings.flatMap(({ path, strings }) =>
    strings.map(({ line, text }) => `web/app/${path}:${line} ${text}`),
  );
  expect(bare).toEqual([]);
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
