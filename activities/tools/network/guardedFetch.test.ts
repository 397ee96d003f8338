import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createAddressPolicy } from './addressPolicy.ts';
import { createGuardedFetch, findRefusal, type GuardOptions } from './guardedFetch.ts';

let port = 0;
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  if (request.url === '/away') response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
  else response.end('reached');
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

/** A resolver that gives each name's addresses in turn, whatever the real one says. */
const resolver = (...answers: string[][]): LookupFunction => {
  let at = 0;
  return (_hostname, _options, callback) => {
    const addresses = answers[Math.min(at++, answers.length - 1)] ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
};

async function request(url: string, options: Partial<GuardOptions> = {}): Promise<string> {
  const guarded = createGuardedFetch({ allowPrivateNetwork: false, ...options });
  try {
    const response = await guarded.fetch(url, { signal: AbortSignal.timeout(3_000) });
    return await response.text();
  } catch (error) {
    const refusal = findRefusal(error);
    if (!refusal) throw error;
    return 'refused';
  } finally {
    await guarded.close();
  }
}

it.each([
  ['127.0.0.1'],
  ['2130706433'],
  ['0x7f.1'],
  ['0177.0.0.1'],
  ['0.0.0.0'],
  ['10.0.0.1'],
  ['172.16.0.1'],
  ['192.168.1.1'],
  ['169.254.169.254'],
  ['100.100.100.200'],
  ['168.63.129.16'],
  ['192.0.0.192'],
  ['224.0.0.1'],
  ['255.255.255.255'],
  ['[::1]'],
  ['[::]'],
  ['[::ffff:127.0.0.1]'],
  ['[::ffff:7f00:1]'],
  ['[::127.0.0.1]'],
  ['[64:ff9b::7f00:1]'],
  ['[2002:7f00:1::]'],
  ['[fe80::1]'],
  ['[fd00:ec2::254]'],
  ['[fec0::1]'],
  ['[ff02::1]'],
  ['localhost'],
])('%s is not reached', async (host) => {
  const before = requests;
  expect(await request(`http://${host}:${port}/`)).toBe('refused');
  expect(requests).toBe(before);
});

it('a name is judged by what it resolves to', async () => {
  expect(await request(`http://api.example.com:${port}/`, { lookup: resolver(['127.0.0.1']) })).toBe(
    'refused',
  );
  expect(await request(`https://api.example.com/`, { lookup: resolver(['::1', '10.0.0.1']) })).toBe(
    'refused',
  );
});

it('a name that resolves to something else for the connection is judged by that', async () => {
  const lookup = resolver(['93.184.216.34'], ['127.0.0.1']);
  const policy = createGuardedFetch({ allowPrivateNetwork: false, lookup });
  await new Promise<void>((done) => lookup('rebind.example.com', {}, () => done()));
  await expect(policy.fetch(`http://rebind.example.com:${port}/`)).rejects.toMatchObject({
    cause: { name: 'AddressRefused' },
  });
  await policy.close();
});

it('a redirect leads no further than a request', async () => {
  // The name is allowed, where it redirects to is not.
  const options = { allowPrivateNetwork: [`api.example.com:${port}`], lookup: resolver(['127.0.0.1']) };
  expect(await request(`http://api.example.com:${port}/`, options)).toBe('reached');
  expect(await request(`http://api.example.com:${port}/away`, options)).toBe('refused');
});

it.each([
  ['all', true],
  ['an address and a port', () => [`127.0.0.1:${port}`]],
  ['an address', ['127.0.0.1']],
  ['a range', ['127.0.0.0/8']],
])('the operator can allow %s', async (_name, allow) => {
  const allowPrivateNetwork = typeof allow === 'function' ? allow() : allow;
  expect(await request(`http://127.0.0.1:${port}/`, { allowPrivateNetwork })).toBe('reached');
});

it('what is allowed for one port or range is allowed for no other', () => {
  const policy = createAddressPolicy(['LOCALHOST:8080', '[::1]:90', '10.2.0.0/16', 'fd00::/8']);
  expect(policy.allowsHost('localhost', 8080)).toBe(true);
  expect(policy.allowsHost('localhost', 80)).toBe(false);
  expect(policy.allowsHost('::1', 90)).toBe(true);
  expect(policy.allowsAddress('10.2.3.4')).toBe(true);
  expect(policy.allowsAddress('::ffff:10.2.3.4')).toBe(true);
  expect(policy.allowsAddress('10.3.0.1')).toBe(false);
  expect(policy.allowsAddress('fd00::1')).toBe(true);
  expect(policy.allowsAddress('8.8.8.8')).toBe(true);
  expect(policy.allowsAddress('not an address')).toBe(false);
});

it.each(['localhost', 'http://localhost:1', '10.0.0.0/33', 'a:b', ''])(
  'the entry "%s" is refused by name',
  (entry) => {
    expect(() => createAddressPolicy([entry])).toThrow(`"${entry}" is neither host:port`);
  },
);
