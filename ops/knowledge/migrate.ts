import { requireKnowledgeDatabaseUrl } from './knowledgeDatabaseUrl.ts';
import { migrateKnowledge } from './knowledgeMigrations.ts';

// `npm run knowledge:migrate`: brings the knowledge store up to date.
const applied = await migrateKnowledge(requireKnowledgeDatabaseUrl());
console.log(applied.length === 0 ? 'No migration to apply.' : `Applied: ${applied.join(', ')}`);
