import type { Logger } from './logger.ts';

/**
 * An error that nobody awaits or catches is logged and reported, and the process stays alive, since many people and
 * conversations share it. Each is a bug of ours; only its own operation has failed.
 */
export function outliveStrayErrors(
  logger: Logger,
  report: (error: unknown, ids: Record<string, string>) => void,
): void {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      logger.error({ err: error, event }, 'a stray error');
      report(error, { event });
    });
  }
}
