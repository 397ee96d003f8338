import packageJson from '../package.json' with { type: 'json' };
import type { Environment } from './environment.ts';

/** The version, and the commit that the process was built from, if it is known; `npm run smoke` reads it. */
export function versionInWords({ COLLOQUY_COMMIT: commit }: Pick<Environment, 'COLLOQUY_COMMIT'>): string {
  return `${packageJson.version}, ${commit === undefined ? 'no commit named' : `commit ${commit}`}`;
}
