// `npm run dev`: runs everything on one machine from the sources, and reloads with each change to them. Installs what
// is missing, then hands over to dev.ts on the dependency's Node.
import { ensureDependencies, runScript } from './dependencies.mjs';

process.exitCode = await runScript(ensureDependencies(), 'ops/dev.ts');
