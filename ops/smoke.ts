import { readOptions } from './commandLine.ts';
import { type Finding, smokeChecks } from './deploy/smokeChecks.ts';

// `npm run smoke -- ADDRESS [--commit HASH] [--wait SECONDS]`: tries a deployment as a visitor does, changes nothing, and ends
// with 1 if something fails. With --wait it tries again until all is well or the time is over: a host's own command ends
// before the new version answers.

const PAUSE_MS = 5_000;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: { commit: { type: 'string' }, wait: { type: 'string', default: '0' } },
});
const [address] = positionals;
const waitSeconds = Number(values.wait);
const { commit } = values;
if (address === undefined || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
  refuse('Name the address: npm run smoke -- https://colloquy.example.com');
} else if (!Number.isFinite(waitSeconds) || waitSeconds < 0) {
  refuse('--wait takes a number of seconds.');
} else if (commit !== undefined && !/^[0-9a-f]{7,40}$/.test(commit)) {
  refuse('--commit takes the hash of a commit, of 7 to 40 characters.');
} else {
  const bypass = process.env['VERCEL_PROTECTION_BYPASS'];
  const target = {
    url: new URL(address).href.replace(/\/$/, ''),
    commit,
    ...(bypass && { headers: { 'x-vercel-protection-bypass': bypass } }),
  };
  const deadlineMs = Date.now() + waitSeconds * 1_000;
  let findings = await smokeChecks(target);
  while (findings.some(({ ok }) => !ok) && Date.now() < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    findings = await smokeChecks(target);
  }
  for (const finding of findings) console.log(lineOf(finding));
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
}

function lineOf({ name, ok, detail }: Finding): string {
  return `${ok ? 'ok  ' : 'FAIL'} ${name}: ${detail}`;
}

function refuse(words: string): void {
  console.error(words);
  process.exitCode = 2;
}
