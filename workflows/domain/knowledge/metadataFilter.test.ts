import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMetadataFilter } from './metadataFilter.ts';

const filterOf = (text: string) => {
  const read = readMetadataFilter(text);
  return read.kind === 'filter' ? read.filter : read;
};

describe('a filter as a person writes it', () => {
  it('is lines of key and value, of which what is JSON is that value', () => {
    expect(filterOf('year=2026\nteam = people and pay\n\nfinal=true\ncode="007"\nlink=a=b\nnote=')).toEqual({
      year: 2026,
      team: 'people and pay',
      final: true,
      code: '007',
      link: 'a=b',
      note: '',
    });
    expect(filterOf('  ')).toEqual({});
    expect(filterOf('gone=null')).toEqual({ gone: null });
  });

  it('is JSON where it begins so', () => {
    expect(filterOf(' {"author": {"name": "Ada"}, "tags": ["a"]} ')).toEqual({
      author: { name: 'Ada' },
      tags: ['a'],
    });
  });

  it.each([
    ['{"year": 2026', { kind: 'not_json' }],
    ['year', { kind: 'not_a_pair', line: 'year' }],
    ['year=1\n=2', { kind: 'not_a_pair', line: '=2' }],
    ['year=1\nyear=2', { kind: 'twice', key: 'year' }],
    ['{"": 1}', { kind: 'key_length', key: '' }],
    [`${'k'.repeat(201)}=1`, { kind: 'key_length', key: 'k'.repeat(201) }],
    [`{"${'k'.repeat(201)}": 1}`, { kind: 'key_length', key: 'k'.repeat(201) }],
  ])('is told what is wrong with %j', (text, wrong) => {
    expect(filterOf(text)).toEqual(wrong);
  });

  it('says the same in JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 200 }), fc.jsonValue()), (filter) => {
        const text = JSON.stringify(filter);
        expect(filterOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
