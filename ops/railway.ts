import { spawnSync } from 'node:child_process';
import { hostTools } from './deploy/hostTools.ts';

// `npm run railway -- …`: Railway's own command line, in the version that the pipeline uses.

const { status, error } = spawnSync('npx', ['--yes', hostTools.railway, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (error) console.error(error.message);
process.exitCode = status ?? 1;
