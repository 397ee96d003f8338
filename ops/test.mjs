// `npm test`: runs all tests, even on a fresh clone. Installs what is missing, then hands over to test.ts on the
// dependency's Node. `npm test -- --groups=pure,db some/path` runs only a part.
import { ensureDependencies, runScript } from './dependencies.mjs';

process.exitCode = await runScript(ensureDependencies(), 'ops/test.ts', process.argv.slice(2));
