import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const run = promisify(execFile);
const guard = fileURLToPath(new URL('onlyThisMachine.ts', import.meta.url));
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((_request, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function inDrill(code: string, hosts = ''): Promise<string> {
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], {
    env: { ...process.env, NODE_OPTIONS: `--import=${guard}`, DRILL_HOSTS: hosts },
  });
  return stdout.trim();
}

const ask = (url: string) => `
  console.log(await fetch('${url}').then((answer) => answer.text(), (error) => error.cause?.code));`;

test('a process of the drill reaches this machine', async () => {
  expect(await inDrill(ask(`http://127.0.0.1:${String(port)}`))).toBe('here');
  expect(await inDrill(ask(`http://localhost:${String(port)}`))).toBe('here');
});

test.each(['http://192.0.2.1', 'https://192.0.2.1', 'http://[2001:db8::1]', 'https://example.com'])(
  'it does not reach %s, by fetch, net or tls, nor do its children',
  async (url) => {
    expect(await inDrill(ask(url))).toBe('ECONNREFUSED');
    const { hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    for (const module of ['net', 'tls']) {
      const code = `import { connect } from 'node:${module}';
        connect(443, '${host}').on('error', (error) => console.log(error.code));`;
      expect(await inDrill(code)).toBe('ECONNREFUSED');
    }
    const inChild = `import { execFileSync } from 'node:child_process';
      console.log(String(execFileSync(process.execPath, ['-e', "fetch('${url}').catch((e) => console.log(e.cause.code))"])));`;
    expect(await inDrill(inChild)).toBe('ECONNREFUSED');
  },
);
