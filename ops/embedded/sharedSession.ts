import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import type { FrontendMessage } from './frontendMessages.ts';
import { frontendMessages } from './frontendMessages.ts';
import { Turnstile } from './turnstile.ts';

/**
 * Serves PGlite's single session to many clients. Each client has it for a whole exchange, up to Sync, and for a
 * whole transaction, even a failed one. The package's own server (pglite-socket 0.2.17) lets others in too early:
 * clients that met a unique violation at the same time did not see the conflicting row afterwards (see the test).
 */
export function createSessionServer(database: PGlite): Server {
  const turnstile = new Turnstile();
  return createServer({ noDelay: true }, (socket) => {
    const client = Symbol('client');
    serve(socket, client, database, turnstile)
      .catch((error: unknown) => console.error(error))
      .finally(() => socket.destroy());
  });
}

/**
 * These end an exchange: the collected messages are run, and the session is free unless a transaction is open.
 */
const EXCHANGE_ENDS = new Set(['startup', 'Q', 'S', 'F', 'c', 'f']);
/** Flush requests the answers so far, in the middle of an exchange. */
const FLUSH = 'H';

async function serve(socket: Socket, client: symbol, database: PGlite, turnstile: Turnstile): Promise<void> {
  // A broken connection ends the loop below; it is not an error of the server.
  socket.on('error', () => undefined);
  let exchange: Buffer[] = [];
  try {
    for await (const message of frontendMessages(socket)) {
      if (message.type === 'X' || message.type === 'cancel-request') return;
      if (message.type === 'ssl-request' || message.type === 'gss-request') {
        socket.write('N');
        continue;
      }
      exchange.push(message.bytes);
      if (!endsBatch(message)) continue;
      await turnstile.enter(client);
      const status = await run(database, exchange, socket);
      exchange = [];
      if (message.type !== FLUSH && status === 'I') turnstile.leave(client);
    }
  } catch (error) {
    if (!socket.destroyed) throw error;
  } finally {
    if (turnstile.holds(client)) {
      // Its transaction has no owner any more.
      await database.exec('ROLLBACK').catch(() => undefined);
      turnstile.leave(client);
    }
  }
}

function endsBatch({ type }: FrontendMessage): boolean {
  return EXCHANGE_ENDS.has(type) || type === FLUSH;
}

/** Runs messages, sends the answers, and returns the status of the last ReadyForQuery: I(dle), T or E. */
async function run(database: PGlite, messages: Buffer[], socket: Socket): Promise<string> {
  let tail = Buffer.alloc(0);
  const onRawData = (data: Uint8Array): void => {
    // A copy, because the memory belongs to the database.
    const copy = Buffer.from(data);
    tail = Buffer.concat([tail, copy]).subarray(-6);
    if (socket.writable) socket.write(copy);
  };
  for (const message of messages) await database.execProtocolRawStream(message, { onRawData });
  const isReady = tail.length === 6 && tail.readUInt8(0) === 0x5a && tail.readInt32BE(1) === 5;
  return isReady ? tail.toString('latin1', 5) : 'T';
}
