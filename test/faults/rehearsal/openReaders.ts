import { chromium } from '@playwright/test';
import { findChromium } from '../../../ops/test/chromium.ts';
import type { StorageState } from '../../../web/test/support/webWorld.ts';
import { until } from '../until.ts';
import { readByApi, type Reader, readInBrowser } from './streamReaders.ts';

/** Opens pages in a browser and streams of the API, and waits until all have their first event. `open` keeps what has to be closed. */
export async function openReaders({
  pages,
  apiReaders,
  url,
  token,
  storageState,
  ids,
  open,
}: {
  pages: number;
  apiReaders: number;
  url: string;
  token: string;
  storageState: StorageState;
  ids: readonly string[];
  open: <T>(value: T, close: (value: T) => Promise<unknown> | void) => T;
}): Promise<Reader[]> {
  const of = (index: number) => ids[index % ids.length] ?? '';
  const readers: Reader[] = [];
  for (let index = 0; index < apiReaders; index += 1)
    readers.push(open(readByApi({ url, token, conversationId: of(pages + index) }), (each) => each.close()));
  if (pages === 0) return readers;
  const browser = open(
    await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    }),
    (each) => each.close(),
  );
  for (let index = 0; index < pages; index += 1)
    readers.push(await readInBrowser({ browser, url, storageState, conversationId: of(index) }));
  await until('all readers have their streams', () =>
    Promise.resolve(readers.every(({ check }) => check.events() > 0)),
  );
  return readers;
}
