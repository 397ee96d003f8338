import { styleText } from 'node:util';
import type { ApiClient } from './apiClient.ts';

/** What a command works with: the server and the terminal. */
export interface Session {
  api: ApiClient;
  /** The server's address. */
  url: string;
  /** For scripts: only JSON on standard output. */
  json: boolean;
  /** Whether there is a person at the terminal to ask. */
  interactive: boolean;
  out: (text: string) => void;
  /** Prints progress on standard error. */
  note: (line: string) => void;
  /** Aborts on Ctrl-C. */
  interrupted: AbortSignal;
}

/** Writes one JSON value as a line. */
export function writeJson(session: Session, value: unknown): void {
  session.out(`${JSON.stringify(value)}\n`);
}

/** Bold, if the terminal supports it. */
export function emphasize(text: string): string {
  return styleText('bold', text);
}
