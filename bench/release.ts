// Releases changed workflow code while conversations are open, and rolls it back: `npm run bench:release [conversations]`;
// the last line of output is the figures as JSON.
import { releaseUnderLoad } from '../test/faults/releaseUnderLoad.ts';

const [conversations = 200] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const { faults, ...figures } = await releaseUnderLoad(conversations, (line) => {
  process.stdout.write(`${line}\n`);
});
for (const fault of faults) process.stdout.write(`BROKEN: ${fault}\n`);
const seconds = Math.round((performance.now() - startedAt) / 1_000);
process.stdout.write(`${JSON.stringify({ ...figures, faults: faults.length, seconds })}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
