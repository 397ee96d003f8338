import { requireDatabaseUrl } from '../databaseUrl.ts';
import { migrateKnowledge } from './knowledgeMigrations.ts';

// `npm run knowledge:migrate`: brings the knowledge store of DATABASE_URL up to date.
const applied = await migrateKnowledge(requireDatabaseUrl());
console.log(applied.length === 0 ? 'No migration to apply.' : `Applied: ${applied.join(', ')}`);
