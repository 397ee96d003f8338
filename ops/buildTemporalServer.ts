import { execFileSync } from 'node:child_process';
import { findTemporalPrograms, temporalModules } from './temporalOnPostgres/programs.ts';

// `npm run build:temporal-server`: builds the Temporal server for PostgreSQL and its schema tool with Go, where they are not
// there. Some minutes, once.

if (findTemporalPrograms() === null) {
  for (const module of temporalModules) {
    console.log(`Building ${module} …`);
    execFileSync('go', ['install', module], { stdio: 'inherit', env: { ...process.env, CGO_ENABLED: '0' } });
  }
}
const programs = findTemporalPrograms();
if (programs === null) {
  console.error(
    'Go has installed them elsewhere: put its folder on GOBIN, or name them as ops/temporalOnPostgres says.',
  );
  process.exitCode = 1;
} else {
  console.log(`${programs.server}, ${programs.schemaTool}`);
}
