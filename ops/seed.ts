// `npm run seed`: the default project with its example teams and prices.
import { createDatabase } from '../platform/database.ts';
import { seed } from '../prisma/seed.ts';
import { endInWords } from './commandLine.ts';
import { requireDatabaseUrl } from './databaseUrl.ts';

endInWords();
const database = createDatabase(requireDatabaseUrl());
try {
  await seed(database);
  console.log('The default project has its example teams and prices.');
} finally {
  await database.$disconnect();
}
