import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { newestBackup } from './newestBackup.ts';

// `npm run -s backup -- --list --json | node ops/deploy/backupAge.ts --most-hours 26`: ends with 1 where the newest backup is older.

const { values } = parseArgs({ options: { 'most-hours': { type: 'string', default: '26' } } });
const most = Number(values['most-hours']);
const newest = newestBackup(await text(process.stdin), new Date());
const hours = newest === null ? null : (Date.now() - newest.getTime()) / 3_600_000;
if (hours === null) console.error('There is no backup.');
else console.log(`The newest backup is ${hours.toFixed(1)} hours old.`);
if (hours === null || !(hours <= most)) process.exitCode = 1;
