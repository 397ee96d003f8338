// The embedded database as a separate process: `node databaseServer.ts <folder> <port>`. A slow query then blocks
// nobody's event loop, and killing a worker or web process can't damage its files.
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { createSessionServer } from './sharedSession.ts';

const { values } = parseArgs({
  options: {
    /** The folder of the data; without it, data is in memory. */
    folder: { type: 'string' },
    /** A dump of PGlite.dumpDataDir to start with. */
    snapshot: { type: 'string' },
    port: { type: 'string' },
  },
});

const database = await PGlite.create({
  extensions: { vector },
  ...(values.folder !== undefined && { dataDir: values.folder }),
  ...(values.snapshot !== undefined && { loadDataDir: new Blob([readFileSync(values.snapshot)]) }),
});
const server = createSessionServer(database);
const connections = new Set<Socket>();
server.on('connection', (socket) => {
  connections.add(socket);
  socket.once('close', () => connections.delete(socket));
});
server.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(Number(values.port), '127.0.0.1');

async function stop(): Promise<void> {
  server.close();
  for (const socket of connections) socket.destroy();
  await database.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
// Ctrl-C is for the launcher, which then sends SIGTERM to its processes in order.
process.on('SIGINT', () => undefined);
