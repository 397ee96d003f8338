import packageJson from '../package.json' with { type: 'json' };
import type { Environment } from './environment.ts';

/** The version, and the commit that the process was built from, if it is known; `npm run smoke` reads it. */
export function versionInWords({ COLLOQUY_COMMIT: commit }: Pick<Environment, 'COLLOQUY_COMMIT'>): string {
  return `${packageJson.version}, ${commit === undefined ? 'no commit named' : `commit ${commit}`}`;
}

/** The release by which Sentry knows this build: its source maps are under it, and so is every report. */
export function releaseOf({ COLLOQUY_COMMIT: commit }: Pick<Environment, 'COLLOQUY_COMMIT'>): string {
  return `colloquy@${packageJson.version}${commit === undefined ? '' : `+${commit}`}`;
}
