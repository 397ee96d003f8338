import { describe, expect, it } from '@jest/globals';
import { readFault } from '../../languages/fault.ts';
import { DEFAULT_FIELDS, parseSearchRequest } from './searchRequest.ts';

const parse = (query: string) => parseSearchRequest(new URLSearchParams(query));
const faultsOf = (query: string) =>
  Object.fromEntries(
    Object.entries(parse(query).faults).map(([name, [first = '']]) => [name, readFault(first)?.key]),
  );

describe('the address of the search’s page', () => {
  it('asks nothing by itself, and shows the defaults', () => {
    expect(parse('')).toEqual({ fields: DEFAULT_FIELDS, faults: {}, asked: null });
  });

  it('says everything that is asked', () => {
    const query =
      'q=+How+many%3F&collection=a&collection=b&collection=a&count=3&weight=0,5&threshold=-0.1&diversity=0.2&neighbours=1&filter=year%3D2026';
    expect(parse(query).asked).toEqual({
      question: 'How many?',
      collections: ['a', 'b'],
      count: 3,
      vectorWeight: 0.5,
      threshold: -0.1,
      diversity: 0.2,
      neighbours: 1,
      filter: { year: 2026 },
    });
    expect(parse('q=x&count=&weight=&threshold=').asked).toMatchObject({
      collections: [],
      count: 6,
      vectorWeight: 0.7,
      threshold: undefined,
      filter: {},
    });
  });

  it('says what is wrong, at each field, and keeps what was written', () => {
    const query = 'q=+&count=0&weight=much&threshold=2&diversity=-1&neighbours=1.5&filter=year';
    expect(faultsOf(query)).toEqual({
      q: 'documentSearch:faults.noQuestion',
      count: 'documentSearch:faults.whole',
      weight: 'documentSearch:faults.number',
      threshold: 'documentSearch:faults.number',
      diversity: 'documentSearch:faults.number',
      neighbours: 'documentSearch:faults.whole',
      filter: 'documentSearch:faults.notAPair',
    });
    expect(parse(query)).toMatchObject({ asked: null, fields: { weight: 'much', filter: 'year' } });
    expect(faultsOf(`q=${'x'.repeat(1_001)}`)).toEqual({ q: 'common:faults.tooLong' });
    expect(faultsOf('q=x&filter={')).toEqual({ filter: 'documentSearch:faults.notJson' });
    expect(faultsOf('q=x&filter={"":1}')).toEqual({ filter: 'documentSearch:faults.keyLength' });
    expect(faultsOf(`q=x&filter=${'k'.repeat(201)}%3D1`)).toEqual({
      filter: 'documentSearch:faults.keyLength',
    });
  });
});
