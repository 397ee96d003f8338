import { createInterface } from 'node:readline/promises';
import { plainText } from './plainText.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage.ts';

/** Asks the person at the terminal whether to go on; the answer is no unless they say yes. */
export async function agreed(session: Session, question: string): Promise<boolean> {
  if (!session.interactive) throw new UsageError('There is nobody to ask: say --yes.');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${plainText(question)} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
