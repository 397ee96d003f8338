// The embedded database as a process of its own: `node databaseServer.ts <folder> <port>`. A query that keeps it busy
// then holds up nobody's event loop, and killing a worker or web process can't tear its files.
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { createSessionServer } from './sharedSession.ts';

const { values } = parseArgs({
  options: {
    /** Where the data stands; without it they live in memory. */
    folder: { type: 'string' },
    /** A file of PGlite.dumpDataDir to begin with. */
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
// Nobody is at this process's terminal: Ctrl-C is for the launcher, which then sends SIGTERM in its order.
process.on('SIGINT', () => undefined);
