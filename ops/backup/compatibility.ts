import type { Manifest } from './manifest.ts';

/** The version of this Colloquy, and its migrations. */
export interface Product {
  version: string;
  migrations: readonly string[];
  knowledgeMigrations: readonly string[];
}

/**
 * Why this version can't use a backup; null: it can. An older backup can be restored: its migrations are applied afterwards.
 * One with a migration that we don't know is that of a newer version, whatever its number says.
 */
export function refusal(manifest: Manifest, product: Product): string | null {
  const known = new Set([...product.migrations, ...product.knowledgeMigrations]);
  const ours = manifest.parts.filter(({ database }) => database === 'main' || database === 'knowledge');
  const unknown = ours.flatMap(({ migrations }) => migrations).filter((name) => !known.has(name));
  if (unknown.length === 0) return null;
  return (
    `${manifest.name} was made by Colloquy ${manifest.product} with ${String(unknown.length)} migration(s) that this version ` +
    `(${product.version}) does not have, such as ${unknown[0] ?? ''}: restore it with the version that made it, or a newer one.`
  );
}
