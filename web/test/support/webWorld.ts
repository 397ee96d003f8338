import { type BrowserContext, request } from '@playwright/test';
import { createOwnerLink } from '../../../ops/ownerLink.ts';
import { createDatabase, type Database } from '../../../platform/database.ts';
import { seed } from '../../../prisma/seed.ts';
import { openTestDatabase } from '../../../test/support/testDatabase.ts';
import { startWebServer } from './webServer.ts';

export const OWNER = { name: 'Ada Lovelace', email: 'ada@example.test', password: 'a password of the tests' };

/** Cookies of a browser, as Playwright keeps them. */
export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The cookies of a visitor who is not signed in. */
export const NOBODY: StorageState = { cookies: [], origins: [] };

/** A database with the example teams, and a web server that uses it. There is no owner yet. */
export interface WebWorld {
  url: string;
  database: Database;
  /** The web process that is running now. */
  webPid: () => number;
  /** The web process's log so far, line by line. */
  log: () => Record<string, unknown>[];
  /** The one-time link, as the first start prints it. */
  ownerLink: () => Promise<string>;
  /** Kills the web process and starts another one at the same address; `whileDown` runs in between. */
  restartWeb: (whileDown: () => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
}

export async function openWebWorld(environment: Record<string, string> = {}): Promise<WebWorld> {
  const testDatabase = await openTestDatabase();
  const database = createDatabase(testDatabase.url, { poolSize: 2 });
  const closeDatabase = async () => {
    await database.$disconnect();
    await testDatabase.close();
  };
  const settings = {
    DATABASE_URL: testDatabase.url,
    TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'] ?? '127.0.0.1:9',
    ...environment,
  };
  let server = await seed(database)
    .then(() => startWebServer(settings))
    .catch(async (error: unknown) => {
      await closeDatabase();
      throw error;
    });
  const { url } = server;
  return {
    url,
    database,
    webPid: () => server.pid,
    log: () => server.log(),
    ownerLink: async () => {
      const link = await createOwnerLink(database, url, new Date());
      if (link === undefined) throw new Error('There is an owner already.');
      return link;
    },
    restartWeb: async (whileDown) => {
      await server.kill();
      await whileDown();
      server = await startWebServer({ ...settings, PORT: new URL(url).port });
    },
    close: async () => {
      await server.close();
      await closeDatabase();
    },
  };
}

/** Creates the owner's account and returns the cookies of the browser that is signed in with it. */
export async function signInAsOwner(world: Pick<WebWorld, 'url' | 'ownerLink'>): Promise<StorageState> {
  const token = new URL(await world.ownerLink()).searchParams.get('token') ?? '';
  const browser = await request.newContext({
    baseURL: world.url,
    extraHTTPHeaders: { origin: world.url },
  });
  try {
    const answer = await browser.post('/setup', { form: { token, ...OWNER } });
    if (!answer.ok()) throw new Error(`The owner could not be made: ${String(answer.status())}`);
    return await browser.storageState();
  } finally {
    await browser.dispose();
  }
}

/** These cookies as a request header. */
export function cookieHeader({ cookies }: StorageState): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
