import { endInWords } from '../commandLine.ts';
import { requireDatabase } from '../databaseUrl.ts';
import { requireKnowledgeDatabaseUrl } from './knowledgeDatabaseUrl.ts';
import { rollbackKnowledge } from './knowledgeMigrations.ts';

// `npm run knowledge:rollback -- [count]`: takes back the newest migrations of the knowledge store.
endInWords();
const count = Number(process.argv[2] ?? 1);
if (!Number.isInteger(count) || count < 1) {
  console.error('Usage: npm run knowledge:rollback -- [how many of the newest migrations, 1 if not said]');
  process.exit(1);
}
const url = requireKnowledgeDatabaseUrl();
await requireDatabase(url);
const names = await rollbackKnowledge(url, count);
console.log(names.length === 0 ? 'No migration to take back.' : `Rolled back: ${names.join(', ')}`);
