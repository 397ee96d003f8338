import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { faultOfDrill } from './lastDrill.ts';

// `npm run -s backup -- --status | node ops/deploy/drillAge.ts --most-days 80`: ends with 1 where the last drill is older, or failed.

const { values } = parseArgs({ options: { 'most-days': { type: 'string', default: '80' } } });
const fault = faultOfDrill(await text(process.stdin), Number(values['most-days']));
if (fault === null) console.log('The last drill succeeded, and is not too old.');
else {
  console.error(fault);
  process.exitCode = 1;
}
