import { readFileSync } from 'node:fs';
import { changelogSection } from './changelogSection.ts';

// `node ops/deploy/releaseNotes.ts VERSION`: prints what the changelog says of a version. Ends with 1 where it says nothing, or where
// package.json names another one.

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const [version = ''] = process.argv.slice(2);
const { version: own } = JSON.parse(read('package.json')) as { version: string };
const section = changelogSection(read('CHANGELOG.md'), version);
if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) fail(`"${version}" is not a version such as 1.2.3.`);
else if (version !== own) fail(`package.json has the version ${own}, not ${version}.`);
else if (section === null) fail(`CHANGELOG.md tells nothing of ${version}: give "Unreleased" that heading.`);
else console.log(section);

function fail(words: string): void {
  console.error(words);
  process.exitCode = 1;
}
