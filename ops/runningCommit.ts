import { commitOf } from './deploy/smokeChecks.ts';

// `npm run running-commit -- ADDRESS`: prints the commit that answers there, or nothing if none does yet.

const [address] = process.argv.slice(2);
if (address === undefined || !URL.canParse(address)) {
  console.error('Name the address: npm run running-commit -- https://colloquy.example.com');
  process.exitCode = 2;
} else {
  const health = await fetch(new URL('/health', address), { signal: AbortSignal.timeout(20_000) })
    .then((answer) => answer.text())
    .catch(() => '');
  const commit = commitOf(health);
  if (commit !== undefined) console.log(commit);
}
