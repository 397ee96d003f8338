import { endInWords } from '../commandLine.ts';
import { requireDatabase } from '../databaseUrl.ts';
import { requireKnowledgeDatabaseUrl } from './knowledgeDatabaseUrl.ts';
import { migrateKnowledge } from './knowledgeMigrations.ts';

// `npm run knowledge:migrate`: brings the knowledge store up to date.
endInWords();
const url = requireKnowledgeDatabaseUrl();
await requireDatabase(url);
const applied = await migrateKnowledge(url);
console.log(applied.length === 0 ? 'No migration to apply.' : `Applied: ${applied.join(', ')}`);
