import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { apiMarkdown } from '../web/api/apiMarkdown.ts';
import { apiTypes } from './apiTypes.ts';

// `npm run api-docs`: generates docs/api.md from the API's schemas, after its introduction, and the types that the
// command line uses for its requests.

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const introduction = readFileSync(file('web/api/apiIntroduction.md'), 'utf8');
const options = await prettier.resolveConfig(file('docs/api.md'));
const text = `${introduction}\n${apiMarkdown()}`;
writeFileSync(file('docs/api.md'), await prettier.format(text, { ...options, parser: 'markdown' }));
writeFileSync(file('cli/generated/api.ts'), await apiTypes());
