import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { knowledgeMigrationFiles } from '../knowledge/knowledgeMigrations.ts';
import { migrationNames } from '../schemaEngine.ts';
import type { Product } from './compatibility.ts';

/** This Colloquy. */
export function thisProduct(): Product {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return { version, migrations: migrationNames(), knowledgeMigrations: knowledgeMigrationFiles() };
}
