import { buildStale } from './build.ts';
import { launch } from './start/launch.ts';

// Runs everything on one machine: the second half of `npm start` (see start.mjs).
await launch({ mode: 'production', variables: process.env, build: (say) => buildStale(say) });
