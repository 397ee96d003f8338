import { join } from 'node:path';
import type { Manifest } from '../backup/manifest.ts';
import type { Report } from '../backup/report.ts';
import type { Service } from '../embedded/service.ts';
import { startEmbeddedTemporal } from '../embedded/temporal.ts';
import { findTemporal } from '../embedded/temporalBinary.ts';
import { MissingTemporalServerError, requireTemporalPrograms } from '../temporalOnPostgres/programs.ts';
import { startTemporalOnPostgres } from '../temporalOnPostgres/startTemporalOnPostgres.ts';
import type { Scratch } from './scratch.ts';

/** Starts a Temporal server on what a drill has restored. */
export type StartTemporal = (logFile: string) => Promise<Service & { address: string }>;

/** The namespace in which the installation's workflows are. */
export function namespaceHere(): string {
  return process.env['TEMPORAL_NAMESPACE'] || 'default';
}

/** How the Temporal server of a backup is started, or why it can't be. */
export function restoredTemporal(
  { parts }: Manifest,
  { folder, urlOf }: Scratch,
  report: Report,
): StartTemporal | { reason: string } {
  const part = parts.find(({ database }) => database === 'temporal');
  if (part === undefined) return { reason: 'The backup has no database of Temporal.' };
  if (part.kind === 'temporal_file')
    return async (logFile) =>
      startEmbeddedTemporal({
        binary: await findTemporal(join(folder, 'bin'), (words) => report.info(words)),
        databaseFile: join(folder, 'temporal.db'),
        logFile,
      });
  const temporalUrl = urlOf('temporal');
  if (temporalUrl === undefined) return { reason: 'The database of Temporal was not restored.' };
  try {
    const programs = requireTemporalPrograms();
    return (logFile) =>
      startTemporalOnPostgres({
        programs,
        databases: { temporalUrl, visibilityUrl: urlOf('temporal_visibility') ?? null },
        ...{ folder, logFile, namespace: namespaceHere() },
      });
  } catch (error) {
    if (error instanceof MissingTemporalServerError) return { reason: error.message };
    throw error;
  }
}
