import { describe, expect, it } from '@jest/globals';
import { parseListRequest, readListPage } from './listPage.ts';

const all = Array.from({ length: 50 }, (_, index) => index);
const list = {
  count: () => Promise.resolve(all.length),
  rows: ({ skip, take }: { skip: number; take: number }) => Promise.resolve(all.slice(skip, skip + take)),
};

describe('a page of a list', () => {
  it('is what the address asks for', () => {
    expect(parseListRequest(new URLSearchParams('q= bureau &page=2'))).toEqual({ search: 'bureau', page: 2 });
  });

  it.each(['', 'page=0', 'page=-1', 'page=1.5', 'page=x'])('is the first where it says %p', (address) => {
    expect(parseListRequest(new URLSearchParams(address))).toEqual({ search: '', page: 1 });
  });

  it('has its rows, and says how many there are', async () => {
    const page = await readListPage({ search: '', page: 3 }, list);
    expect(page).toEqual({ rows: [48, 49], search: '', page: 3, pages: 3, total: 50 });
  });

  it('is the last one where there are not so many', async () => {
    expect(await readListPage({ search: '', page: 9 }, list)).toMatchObject({ page: 3, rows: [48, 49] });
  });

  it('is one, and empty, where there is nothing', async () => {
    const none = { count: () => Promise.resolve(0), rows: () => Promise.resolve([]) };
    expect(await readListPage({ search: '', page: 1 }, none)).toMatchObject({ page: 1, pages: 1, rows: [] });
  });
});
