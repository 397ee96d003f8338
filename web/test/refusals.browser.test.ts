import { waitUntil } from '../../ops/embedded/network.ts';
import { expect, test } from './support/browserTest.ts';
import { startWebServer } from './support/webServer.ts';
import { cookieHeader } from './support/webWorld.ts';

const MEGABYTE = 1024 * 1024;

test.describe('refused requests', () => {
  let url: string;
  let cookie: string;
  test.beforeAll(({ world, ownerState }) => {
    url = world.url;
    cookie = cookieHeader(ownerState);
  });

  const post = (path: string, headers: Record<string, string>, body: URLSearchParams) =>
    fetch(url + path, { method: 'POST', redirect: 'manual', headers: { cookie, ...headers }, body });

  const price = new URLSearchParams({
    intent: 'set',
    form: 'new-price',
    model: 'forged',
    inputUsdPerMillion: '1',
    outputUsdPerMillion: '1',
  });

  const FORGERIES: [string, Record<string, string>][] = [
    ['from another site', { origin: 'https://evil.example' }],
    ['from nowhere', {}],
    ['from a sandbox', { origin: 'null' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
  ];
  for (const [name, headers] of FORGERIES) {
    test(`a forged form ${name}, with the session’s cookie`, async ({ world }) => {
      const sessions = await world.database.session.count();
      for (const path of ['/settings/prices', '/settings/prices.data', '/api/auth/sign-out']) {
        const answer = await post(path, headers, price);
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain('was not sent from a page of this app');
      }
      expect(await world.database.modelPrice.count({ where: { model: 'forged' } })).toBe(0);
      expect(await world.database.session.count()).toBe(sessions);
    });
  }

  test('the same form from a page of the app is accepted', async ({ world }) => {
    const answer = await post('/settings/prices', { origin: world.url }, price);
    expect(answer.status).toBe(200);
    expect(await world.database.modelPrice.count({ where: { model: 'forged' } })).toBe(1);
  });

  for (const [path, limit] of [
    ['/settings/prices', '1 MB'],
    // With room for an image beside the text.
    ['/conversations/new', '6 MB'],
  ] as const) {
    test(`10 MB for ${path} get an answer, not a connection reset`, async ({ world }) => {
      const huge = new URLSearchParams({ model: 'x'.repeat(10 * MEGABYTE) });
      const answer = await post(path, { origin: world.url }, huge);
      expect(answer.status).toBe(413);
      expect(await answer.text()).toContain(`the limit is ${limit}`);
    });
  }

  test('10 MB typed into a form lead to the page that says so', async ({ page }) => {
    await page.goto('/settings/prices');
    const form = page.locator('form#new-price');
    await form.getByLabel('Model').fill('m');
    await form.getByLabel('Input').fill('1');
    await form.getByLabel('Output').fill('1');
    // As a form would send it: typing ten million letters takes the browser minutes.
    await form.evaluate((element) => {
      const fill = () => {
        const input = document.createElement('input');
        Object.assign(input, { type: 'hidden', name: 'more', value: 'x'.repeat(10 * 1024 * 1024) });
        element.append(input);
      };
      element.addEventListener('submit', fill, { capture: true, once: true });
    });
    await form.getByRole('button').click();
    await expect(page.getByRole('heading', { name: 'That is too large' })).toBeVisible();
    await expect(page.getByText('the limit is 1 MB')).toBeVisible();
  });

  test('a body that does not declare its length', async ({ world }) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('theme=dark'));
        controller.close();
      },
    });
    const headers = { origin: world.url, 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect((await fetch(`${world.url}/theme`, init)).status).toBe(411);
  });

  for (const path of ['/teams/not-an-id', '/teams/00000000-0000-7000-8000-000000000000', '/nowhere']) {
    test(`${path} is 404 with a page of its own`, async () => {
      const answer = await fetch(url + path, { headers: { cookie } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('There is nothing here');
    });
  }

  test('a team of another project is not found', async ({ world }) => {
    const elsewhere = await world.database.project.create({
      data: { slug: 'elsewhere', name: 'Elsewhere', teams: { create: { name: 'Theirs' } } },
      include: { teams: true },
    });
    const answer = await fetch(`${world.url}/teams/${elsewhere.teams[0]?.id ?? ''}`, { headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Theirs');
  });

  test('a member can’t set prices', async ({ world }) => {
    await world.database.membership.updateMany({ data: { role: 'member' } });
    const answer = await post('/settings/prices', { origin: world.url }, price);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Only an owner of the project can do this.');
    const page = await fetch(`${world.url}/settings/prices`, { headers: { cookie } });
    expect(await page.text()).toContain('Only an owner of the project can change prices.');
    await world.database.membership.updateMany({ data: { role: 'owner' } });
  });

  test('an error of ours shows a reference to quote and nothing of the code', async ({ world }) => {
    await world.database.$executeRaw`ALTER TABLE model_price RENAME TO model_price_away`;
    const answer = await fetch(`${world.url}/settings/prices`, {
      headers: { cookie, 'x-request-id': 'request-of-test' },
    });
    await world.database.$executeRaw`ALTER TABLE model_price_away RENAME TO model_price`;
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-request-id')).toBe('request-of-test');
    expect(html).toContain(answer.headers.get('x-trace-id') ?? 'no trace');
    expect(html).not.toMatch(/model_price|prisma|node_modules|\.server\.ts|at async/i);
    // The request's log line follows its answer.
    const logged = () => world.log().filter(({ requestId }) => requestId === 'request-of-test');
    const hasLogged = (line: string) => logged().some(({ msg }) => msg === line);
    await waitUntil(() => Promise.resolve(hasLogged('request failed') && hasLogged('request')), {
      what: 'The log',
      timeoutMs: 5_000,
    });
  });
});

test.describe('without the servers it depends on', () => {
  test('pages report that the database does not answer, and the health check is 503', async () => {
    const server = await startWebServer({
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
      TEMPORAL_ADDRESS: '127.0.0.1:9',
    });
    const health = await fetch(`${server.url}/health`);
    expect(health.status).toBe(503);
    expect(await health.text()).toMatch(
      /^database: down \(at 127\.0\.0\.1:9\/none: ECONNREFUSED\)\nknowledge: degraded \(.*127\.0\.0\.1:9\/none.*\)\ntemporal: down \(at 127\.0\.0\.1:9: .*\)\nworker: degraded \(.*\)\nevent loop: ok \(.*\)\nversion: ok \(.*\)\n$/,
    );
    const page = await fetch(`${server.url}/setup?token=x`);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain(
      'The database at 127.0.0.1:9/none cannot be reached: ECONNREFUSED. Nothing is lost',
    );
    expect(server.log().map(({ msg }) => msg)).toContain(
      'The database at 127.0.0.1:9/none cannot be reached: ECONNREFUSED',
    );
    await server.close();
  });
});
