import { expect, test } from '@jest/globals';
import { catalogue as english } from './en/catalogue.ts';
import { catalogue as chinese } from './zh-CN/catalogue.ts';

type Words = { readonly [key: string]: string | Words };

const en = flat(english);
const zh = flat(chinese);

/** All messages by their whole names: "history:empty.title". */
function flat(catalogue: Words): Map<string, string> {
  const messages = new Map<string, string>();
  const walk = (words: Words, path: string[]) => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'string') messages.set([...path, key].join('.').replace('.', ':'), value);
      else walk(value, [...path, key]);
    }
  };
  walk(catalogue, []);
  return messages;
}

/** What a message is filled with: its placeholders and the components of its rich text, in order of their names. */
function holes(message: string): string[] {
  const placeholders = [...message.matchAll(/\{\{\s*([^},\s]+)/g)].map(([, name = '']) => `{{${name}}}`);
  const tags = [...message.matchAll(/<\/?([\w-]+)\s*\/?>/g)].map(([tag]) => tag);
  return [...new Set([...placeholders, ...tags])].sort();
}

test('every English message has a Chinese one, and no Chinese one stands for nothing', () => {
  const wanted = [...en.keys()].filter((name) => !name.endsWith('_one'));
  expect([...zh.keys()].sort()).toEqual(wanted.sort());
});

test.each([
  ['English', en],
  ['Chinese', zh],
])('every %s message is whole', (_language, messages) => {
  for (const [name, message] of messages) {
    const unclosed = [...message.matchAll(/<(\w+)>/g)].filter(
      ([, tag = '']) => !message.includes(`</${tag}>`),
    );
    expect({ name, unclosed }).toEqual({ name, unclosed: [] });
    expect({ name, message: message.trim() }).toEqual({ name, message });
    expect({ name, message }).not.toEqual({ name, message: '' });
    expect({ name, ends: message.split('}}').length }).toEqual({ name, ends: message.split('{{').length });
  }
});

test('a message takes the same values in both languages', () => {
  for (const [name, message] of zh) {
    expect({ name, holes: holes(message) }).toEqual({ name, holes: holes(en.get(name) ?? '') });
  }
});

test('a plural has the forms of its language', () => {
  const endings = (messages: Map<string, string>, ending: string) =>
    [...messages.keys()].filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
  expect(new Intl.PluralRules('en').resolvedOptions().pluralCategories.sort()).toEqual(['one', 'other']);
  expect(new Intl.PluralRules('zh-CN').resolvedOptions().pluralCategories).toEqual(['other']);
  expect(endings(en, '_one').sort()).toEqual(endings(en, '_other').sort());
  expect(endings(zh, '_one')).toEqual([]);
  for (const name of endings(en, '_other')) {
    expect(en.get(`${name}_other`)).toMatch(/\{\{count(, number)?\}\}/);
    // "1 turn" says its number as "2 turns" does.
    expect(holes(en.get(`${name}_one`) ?? '')).toEqual(holes(en.get(`${name}_other`) ?? ''));
  }
});

test('Chinese is written with its own marks, and speaks to one person plainly', () => {
  for (const [name, message] of zh) {
    expect({ name, message }).not.toMatchObject({
      message: expect.stringMatching(/您|[\u4e00-\u9fff][,;:?!]/),
    });
  }
});

test('English is written with typographic marks', () => {
  for (const [name, message] of en) {
    expect({ name, message }).not.toMatchObject({ message: expect.stringMatching(/\w'\w|\.\.\./) });
  }
});
