import { createDatabase } from '../platform/database.ts';
import { endInWords, readOptions } from './commandLine.ts';
import { createToken, findOwner } from './createToken.ts';
import { requireDatabaseUrl } from './databaseUrl.ts';

// `npm run api-token -- --name NAME`: prints a new token of the owner's, for a script.

endInWords();
const { values } = readOptions({ options: { name: { type: 'string' } } });
if (!values.name) {
  console.error('Give the token a name that says what uses it: npm run api-token -- --name "nightly report"');
  process.exit(2);
}
const database = createDatabase(requireDatabaseUrl(), { poolSize: 1 });
try {
  const userId = await findOwner(database);
  if (userId === null) {
    console.error('There is no owner yet: run `npm run owner-link`, open the link, then run this again.');
    process.exitCode = 1;
  } else {
    console.log(await createToken(database, { userId, name: values.name }));
  }
} finally {
  await database.$disconnect();
}
