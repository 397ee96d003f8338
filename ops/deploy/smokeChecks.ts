/** One thing that a deployment has to do, and how it went. */
export interface Finding {
  name: string;
  ok: boolean;
  /** What was seen. */
  detail: string;
}

export interface SmokeTarget {
  /** The app's address, without a slash at its end. */
  url: string;
  /** The commit that has to answer; not given: any. */
  commit?: string | undefined;
  /** Sent with each request, such as what passes a preview's protection. */
  headers?: Record<string, string>;
}

/** A request that takes longer has failed. */
const REQUEST_TIMEOUT_MS = 20_000;

const SECURITY_HEADERS = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
];

/** Tries what has to work after a deployment, as a visitor who is not signed in; changes nothing. */
export async function smokeChecks(target: SmokeTarget): Promise<Finding[]> {
  const findings: Finding[] = [];
  const check = async (name: string, work: () => Promise<string>) => {
    try {
      findings.push({ name, ok: true, detail: await work() });
    } catch (error) {
      findings.push({ name, ok: false, detail: reasonOf(error) });
    }
  };
  let page = '';
  await check('health', async () => {
    const { text, ms } = await ask(target, '/health', 200);
    // Whatever stands in the way (a host's page, somebody else's server) may answer everything with 200.
    if (!/^[a-z ]+: (ok|degraded|down) /m.test(text))
      throw new Error('/health says something else than ours');
    const degraded = text.split('\n').filter((line) => /: (degraded|down) /.test(line));
    if (degraded.length > 0) throw new Error(degraded.join('; '));
    return `${String(ms)} ms`;
  });
  if (target.commit !== undefined) {
    const { commit } = target;
    await check('commit', async () => {
      const { text } = await ask(target, '/health', null);
      if (!isOfCommit(text, commit)) throw new Error(`another one answers: ${versionLine(text)}`);
      return commit;
    });
  }
  await check('sign-in page', async () => {
    const { text, headers, ms } = await ask(target, '/sign-in', 200);
    if (!text.includes('</html>')) throw new Error('the page has no end');
    page = text;
    const missing = SECURITY_HEADERS.filter((name) => !headers.has(name));
    if (target.url.startsWith('https:') && !headers.has('strict-transport-security'))
      missing.push('strict-transport-security');
    if (missing.length > 0) throw new Error(`without ${missing.join(', ')}`);
    return `${String(ms)} ms`;
  });
  await check('script', async () => {
    const path = /"(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    if (path === undefined) throw new Error('the page names none');
    const { headers, ms } = await ask(target, path, 200);
    if (!headers.get('cache-control')?.includes('immutable')) throw new Error(`${path} is not to be kept`);
    return `${String(ms)} ms`;
  });
  await check('API', async () => {
    const { text } = await ask(target, '/api/v1/openapi.json', 200);
    const { openapi } = JSON.parse(text) as { openapi?: string };
    if (openapi === undefined) throw new Error('it gives no description of itself');
    await ask(target, '/api/v1/conversations', 401);
    return 'describes itself, and refuses without a token';
  });
  await check('a page for those who are signed in', async () => {
    const { headers } = await ask(target, '/conversations', 302);
    const location = headers.get('location') ?? '';
    if (!location.includes('/sign-in') && !location.includes('/setup'))
      throw new Error(`leads to ${location || 'nowhere'}`);
    return 'leads to the sign-in';
  });
  await check('a page that is not there', async () => {
    await ask(target, '/no/such/page', 404);
    return '404';
  });
  return findings;
}

/** Whether what /health says names the commit, in full or abbreviated. */
export function isOfCommit(health: string, commit: string): boolean {
  const named = commitOf(health);
  return named !== undefined && (named.startsWith(commit) || commit.startsWith(named));
}

/** The commit that /health names, if it names one. */
export function commitOf(health: string): string | undefined {
  return /^version: .*\bcommit ([0-9a-f]{7,40})\b/m.exec(health)?.[1];
}

function versionLine(health: string): string {
  return /^version: .*$/m.exec(health)?.[0] ?? 'it names no version';
}

interface Answer {
  text: string;
  headers: Headers;
  ms: number;
}

async function ask({ url, headers }: SmokeTarget, path: string, status: number | null): Promise<Answer> {
  const startedAtMs = performance.now();
  const answer = await fetch(url + path, {
    redirect: 'manual',
    ...(headers && { headers }),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  const text = await answer.text();
  if (status !== null && answer.status !== status) {
    const location = answer.headers.get('location');
    const where = location === null ? '' : ` and leads to ${location}`;
    throw new Error(`${path} answers ${String(answer.status)} instead of ${String(status)}${where}`);
  }
  return { text, headers: answer.headers, ms: Math.round(performance.now() - startedAtMs) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
