import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { frontendMessages } from './frontendMessages.ts';

/** A message within a session: its type, its length (including the length field), its body. */
function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(type, 'latin1'), length, Buffer.from(body)]);
}

/** A message before the session: its length and its code. */
function opening(code: number, body = ''): Buffer {
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length);
  head.writeInt32BE(code, 4);
  return Buffer.concat([head, Buffer.from(body)]);
}

async function read(bytes: Buffer, chunkSize: number): Promise<[string, string][]> {
  const messages: [string, string][] = [];
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, index) =>
    bytes.subarray(index * chunkSize, (index + 1) * chunkSize),
  );
  async function* stream(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    yield* chunks;
  }
  for await (const { type, bytes: own } of frontendMessages(stream())) {
    messages.push([type, own.toString('latin1')]);
  }
  return messages;
}

test('returns complete messages, however the stream is split', async () => {
  const bodies = fc.array(fc.tuple(fc.constantFrom('P', 'B', 'D', 'E', 'S', 'Q'), fc.string()), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(bodies, fc.integer({ min: 1, max: 40 }), async (session, chunkSize) => {
      const sent: [string, Buffer][] = [
        ['ssl-request', opening(80877103)],
        ['startup', opening(196608, 'user\0postgres\0\0')],
        ...session.map(([type, body]): [string, Buffer] => [type, message(type, body)]),
      ];
      const received = await read(Buffer.concat(sent.map(([, bytes]) => bytes)), chunkSize);
      expect(received).toEqual(sent.map(([type, bytes]) => [type, bytes.toString('latin1')]));
    }),
  );
});

test('does not return half a message', async () => {
  expect(
    await read(Buffer.concat([opening(196608), message('Q', 'SELECT 1').subarray(0, 6)]), 100),
  ).toHaveLength(1);
});
