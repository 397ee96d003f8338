import { z } from 'zod';
import { parseJson } from '../parseJson.ts';
import { BackupError } from './backupError.ts';

/** The databases of an installation. */
export const databaseNames = ['main', 'knowledge', 'temporal', 'temporal_visibility'] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** What a table holds: the number of its rows, and a checksum that does not depend on their order. */
const tableSumSchema = z.object({ rows: z.int(), sum: z.string() });
export type TableSums = Record<string, z.infer<typeof tableSumSchema>>;

/** How many rows these tables hold together. */
export function rowsOf(tables: TableSums): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

const partSchema = z.object({
  database: z.enum(databaseNames),
  /**
   * `postgres_dump`: pg_dump's custom format. `embedded_postgres`: a tar of the data folder's PostgreSQL and session secret.
   * `temporal_file`: the dev server's SQLite file.
   */
  kind: z.enum(['postgres_dump', 'embedded_postgres', 'temporal_file']),
  /** The object's name, within the backup. */
  file: z.string().regex(/^\w[\w.-]*$/),
  /** Of the object as it is stored, encrypted. */
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Before encryption. */
  plainBytes: z.int().positive(),
  /** The version of the server that it was read from. */
  server: z.string(),
  /** The program that wrote it. */
  tool: z.string(),
  /** The database's extensions. */
  extensions: z.record(z.string(), z.object({ version: z.string(), schema: z.string() })),
  /** Only these schemas were dumped, as others use the database too; null: all. */
  schemas: z.array(z.string()).nullable(),
  /** The migrations of ours that were applied to it. */
  migrations: z.array(z.string()),
  /** The moment that it shows. */
  asOf: z.iso.datetime(),
  tables: z.record(z.string(), tableSumSchema),
});

const manifestSchema = z.object({
  format: z.literal(1),
  name: z.string(),
  /** Colloquy's version. */
  product: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  parts: z.array(partSchema).min(1),
  /** Databases that the installation has and the backup was told to leave out. */
  omitted: z.array(z.enum(databaseNames)),
});

/** What a backup holds, written beside it when it is complete. It is not encrypted: it holds no data. */
export type Manifest = z.infer<typeof manifestSchema>;
export type Part = Manifest['parts'][number];
export type PartKind = Part['kind'];
export type Extensions = Part['extensions'];

const formatSchema = z.object({ format: z.number() });

/** Reads a manifest; throws a BackupError that says what is wrong with it. */
export function readManifest(name: string, text: string): Manifest {
  const content = parseJson(text);
  if (content === undefined) {
    throw new BackupError(`The manifest of ${name} is damaged: it is not JSON. Take another backup.`);
  }
  const { format } = formatSchema.safeParse(content).data ?? { format: 1 };
  if (format > 1) {
    throw new BackupError(
      `${name} was made by a newer version of Colloquy (format ${String(format)}): restore it with that one.`,
    );
  }
  const manifest = manifestSchema.safeParse(content);
  if (!manifest.success) {
    throw new BackupError(
      `The manifest of ${name} is damaged: ${z.prettifyError(manifest.error)}. Take another backup.`,
    );
  }
  if (manifest.data.name !== name) {
    throw new BackupError(`The manifest of ${name} is that of ${manifest.data.name}. Take another backup.`);
  }
  return manifest.data;
}
