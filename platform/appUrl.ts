import type { Environment } from './environment.ts';

/** The address that browsers use for the app, without a slash at its end. */
export function appUrlOf({ APP_URL, HOST, PORT }: Pick<Environment, 'APP_URL' | 'HOST' | 'PORT'>): string {
  return (APP_URL ?? `http://${HOST}:${String(PORT)}`).replace(/\/$/, '');
}
