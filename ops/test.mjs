// `npm test`: all tests, on a fresh clone too. Installs what is missing, then hands over to test.ts on the dependency's
// Node. `npm test -- --groups=pure,db some/path` runs less.
import { ensureDependencies, runScript } from './dependencies.mjs';

process.exitCode = await runScript(ensureDependencies(), 'ops/test.ts', process.argv.slice(2));
