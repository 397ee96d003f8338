import { fileURLToPath } from 'node:url';

/** Where `npm run build:workflows` puts the bundle. */
export const bundlePath = fileURLToPath(new URL('../dist/workflow-bundle.js', import.meta.url));
