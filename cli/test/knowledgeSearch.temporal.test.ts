import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDocument } from '../../web/test/support/knowledgeDocument.ts';
import { foundKnowledgeSchema } from '../../workflows/contracts/api/knowledgeSearch.ts';
import { type CliWorld, openCliWorld } from './cliWorld.ts';

let world: CliWorld;

const HOLIDAYS = 'Employees have thirty days of annual holiday.';

beforeAll(async () => {
  world = await openCliWorld();
  const { id } = await world.database.project.findFirstOrThrow();
  for (const [collection, year] of [
    ['handbook', 2026],
    ['archive', 2019],
  ] as const) {
    await addDocument(world.database, id, {
      collection,
      title: `Leave ${String(year)}`,
      text: HOLIDAYS,
      metadata: { year },
      passages: [{ from: 0, to: HOLIDAYS.length, page: 2, headingPath: ['Work', 'Holidays'] }],
    });
  }
});
afterAll(async () => {
  await world.close();
});

const search = (...args: string[]) => world.colloquy(['knowledge', 'search', ...args]);

describe('colloquy knowledge search', () => {
  it('prints each passage with its place, the parts of its score and its address', async () => {
    const { code, out, err } = await search('How many days of holidays?', '--collection', 'handbook');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [head, scores, text, address] = out.split('\n');
    expect(head).toBe('1. Leave 2026  handbook · Work › Holidays · page 2');
    expect(scores).toMatch(/^score \d\.\d{3} · meaning \d\.\d{3} · words \d+\.\d\d$/);
    expect(text).toBe(HOLIDAYS);
    expect(address).toMatch(`${world.url}/knowledge/`);
    expect(address).toMatch(new RegExp(`\\?version=1&from=0&to=${String(HOLIDAYS.length)}$`));
  });

  it('writes JSON, and takes collections and filters', async () => {
    const found = async (...args: string[]) => {
      const { out } = await search('holidays', '--json', ...args);
      return foundKnowledgeSchema
        .parse(JSON.parse(out))
        .passages.map(({ title }) => title)
        .sort();
    };
    expect(await found()).toEqual(['Leave 2019', 'Leave 2026']);
    expect(await found('--collection', 'handbook', '--collection', 'archive', '--count', '1')).toHaveLength(
      1,
    );
    expect(await found('--filter', 'year=2019')).toEqual(['Leave 2019']);
    expect(await found('--filter', '{"year": 2026}')).toEqual(['Leave 2026']);
  });

  it('says that nothing was found, or what was wrong', async () => {
    expect(await search('holidays', '--threshold', '1')).toEqual({
      code: 0,
      out: '',
      err: 'Nothing was found.\n',
    });
    const gone = await search('holidays', '--collection', 'gone');
    expect(gone.code).toBe(1);
    expect(gone.err).toContain('There is no collection named "gone"');
    const wrong = await search('holidays', '--filter', 'year');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('The filter “year” is not KEY=VALUE.');
    const nameless = await search('holidays', '--filter', '{"": 1}');
    expect(nameless.code).toBe(2);
    expect(nameless.err).toContain('A key of the filter is empty: a key has 1 to 200 characters.');
  });
});
