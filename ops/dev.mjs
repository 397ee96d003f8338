// `npm run dev`: everything on one machine, from the sources, and again with each change of them. Installs what is
// missing, then hands over to dev.ts on the dependency's Node.
import { ensureDependencies, runScript } from './dependencies.mjs';

process.exitCode = await runScript(ensureDependencies(), 'ops/dev.ts');
