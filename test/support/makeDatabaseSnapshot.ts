// Writes a migrated, empty embedded database to a file: `node makeDatabaseSnapshot.ts <file>`. Loading the file takes
// a tenth of the time that creating a database takes. It is a process of its own because neither engine's WebAssembly
// works in Jest's sandbox.
import { renameSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { freePort } from '../../ops/embedded/network.ts';
import { createSessionServer } from '../../ops/embedded/sharedSession.ts';
import { migrateAll } from '../../ops/migrate.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('Name the file to write.');
const database = await PGlite.create({ extensions: { vector } });
const port = await freePort();
const server = createSessionServer(database);
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
await migrateAll(`postgresql://postgres@127.0.0.1:${port}/postgres`, {}, console.log);
server.close();
const dump = await database.dumpDataDir('none');
writeFileSync(`${file}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()));
// In one step, so that nobody reads an incomplete file.
renameSync(`${file}.${process.pid}`, file);
process.exit(0);
