// `npm run parity`: installs what is missing, then hands over to main.ts on the dependency's Node.
import { ensureDependencies, runScript } from '../../ops/dependencies.mjs';

process.exitCode = await runScript(ensureDependencies(), 'test/parity/main.ts', process.argv.slice(2));
