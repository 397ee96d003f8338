import { BackupError } from './backup/backupError.ts';
import { thisProduct } from './backup/installation.ts';
import { openReport, runCommand } from './backup/report.ts';
import { findBackup } from './backup/restoreBackup.ts';
import { readBackupSettings } from './backup/settings.ts';
import { storeDrill } from './backup/status.ts';
import { openStore } from './backup/store/openStore.ts';
import { buildStale } from './build.ts';
import { readOptions } from './commandLine.ts';
import { checkedDatabaseUrl } from './databaseUrl.ts';
import { type DrillReport, runDrill } from './drill/runDrill.ts';
import { openScratch } from './drill/scratch.ts';

// `npm run drill`: restores the newest backup into databases of the drill's own, sees open conversations go on, and says how long
// that took.

const { values } = readOptions({
  options: {
    /** The backup's name. */
    backup: { type: 'string', default: 'latest' },
    /** How long conversations are watched at most. */
    'watch-seconds': { type: 'string', default: '180' },
    json: { type: 'boolean', default: false },
  },
});
const report = openReport('drill', values.json);

await runCommand(report, async () => {
  const watchMs = Number(values['watch-seconds']) * 1_000;
  if (!(watchMs > 0)) throw new BackupError('--watch-seconds takes a number of seconds.');
  const { identities, ...settings } = readBackupSettings(process.env, 'identities');
  const store = openStore(settings);
  const manifest = await findBackup(store, values.backup);
  await buildStale((line) => report.info(line), ['the Prisma client', 'the workflow bundle']);
  const scratch = openScratch(manifest, drillDatabase(), process.env);
  try {
    const drill = await runDrill({
      ...{ store, manifest, identities, scratch, report, watchMs },
      product: thisProduct(),
    });
    await storeDrill(store, drill);
    if (!drill.succeeded) throw new BackupError(inWords(drill));
    report.info(inWords(drill), drill);
  } finally {
    await scratch.remove();
  }
});
// The timer of the engine that applies migrations (10 s) would keep the process running.
process.exit();

function drillDatabase(): string | undefined {
  const given = process.env['DRILL_DATABASE_URL']?.trim();
  return given ? checkedDatabaseUrl('DRILL_DATABASE_URL', given) : undefined;
}

function inWords({
  backup,
  backupAgeHours,
  tables,
  rows,
  conversations,
  notGoingOn,
  seconds,
}: DrillReport): string {
  const times =
    `${String(seconds.all)} s in all: check ${String(seconds.check)} s, restore ${String(seconds.restore)} s, start of Temporal ` +
    `and worker ${String(seconds.start)} s, conversations ${String(seconds.goingOn)} s`;
  const data = `${backup} (${String(backupAgeHours)} h old): ${String(rows)} rows in ${String(tables)} tables are equal`;
  if (conversations === null) return `${data}; no conversation was watched. ${times}.`;
  const { open, went_on: wentOn, waits, held_up: heldUp } = conversations;
  const courses = `${String(wentOn)} went on, ${String(waits)} wait, ${String(heldUp)} are held up by what a drill does not reach`;
  if (notGoingOn.length === 0) return `${data}; of ${String(open)} open conversations ${courses}. ${times}.`;
  return `${data}, but of ${String(open)} open conversations some don't go on, such as ${notGoingOn.join(', ')} (${courses}). ${times}.`;
}
