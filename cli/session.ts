import { styleText } from 'node:util';
import type { ApiClient } from './apiClient.ts';

/** What a command has to do with: the server, and the terminal. */
export interface Session {
  api: ApiClient;
  /** Where the server is. */
  url: string;
  /** For scripts: JSON, and nothing else, on standard output. */
  json: boolean;
  /** Whether somebody sits there who can be asked. */
  interactive: boolean;
  out: (text: string) => void;
  /** Words about the work, on standard error. */
  note: (line: string) => void;
  /** Aborts on Ctrl-C. */
  interrupted: AbortSignal;
}

/** Writes one JSON value as a line. */
export function writeJson(session: Session, value: unknown): void {
  session.out(`${JSON.stringify(value)}\n`);
}

/** Bold, where the terminal shows it. */
export function emphasize(text: string): string {
  return styleText('bold', text);
}
