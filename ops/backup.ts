import { BackupError } from './backup/backupError.ts';
import { createBackup } from './backup/createBackup.ts';
import { thisProduct } from './backup/installation.ts';
import { listBackups, prune } from './backup/prune.ts';
import { inSeconds, openReport, runCommand } from './backup/report.ts';
import { readBackupSettings } from './backup/settings.ts';
import { installationSources, omittable } from './backup/sources.ts';
import { backupStatus } from './backup/status.ts';
import { openStore } from './backup/store/openStore.ts';
import { readOptions } from './commandLine.ts';
import { dataFolderHere } from './databaseUrl.ts';

// `npm run backup`: backs up all databases of an installation. `npm run backup -- --list` lists the backups.

const { values } = readOptions({
  options: {
    /** Leaves a database out: knowledge or temporal; may be repeated. */
    without: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
    /** How old the newest backup is, and what the last drill found, as JSON. */
    status: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const report = openReport('backup', values.json);

await runCommand(report, async () => {
  if (values.list) return list();
  if (values.status) return printStatus();
  const began = performance.now();
  const settings = readBackupSettings(process.env, 'recipients');
  const store = openStore(settings);
  const { sources, omitted } = installationSources(process.env, dataFolderHere(), readOmitted());
  const manifest = await createBackup({
    ...{ sources, omitted, store, report },
    recipients: settings.recipients,
    product: thisProduct().version,
    now: () => new Date(),
  });
  report.info(`${manifest.name} is complete, in ${store.address}`, {
    backup: manifest.name,
    bytes: manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: inSeconds(performance.now() - began),
  });
  await prune(store, report);
});

async function printStatus(): Promise<void> {
  const store = openStore(readBackupSettings(process.env, null));
  console.log(JSON.stringify(await backupStatus(store, new Date()), null, 2));
}

async function list(): Promise<void> {
  const store = openStore(readBackupSettings(process.env, null));
  const { complete, unfinished } = await listBackups(store);
  for (const backup of complete) report.info(backup, { backup });
  for (const backup of unfinished) report.warn(`${backup} was never finished`, { backup });
  if (complete.length === 0) report.info(`${store.address} has no backup yet.`);
}

function readOmitted() {
  const unknown = values.without.find((name) => !omittable.some((each) => each === name));
  if (unknown !== undefined) {
    throw new BackupError(`--without takes ${omittable.join(' or ')}, not "${unknown}".`);
  }
  return omittable.filter((name) => values.without.includes(name));
}
