// `npm start`: runs everything on one machine. Installs what is missing, then hands over to start.ts on the
// dependency's Node.
import { ensureDependencies, runScript } from './dependencies.mjs';

process.exitCode = await runScript(ensureDependencies(), 'ops/start.ts');
