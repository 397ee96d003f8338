import { writeFileSync } from 'node:fs';
import { newKeyPair } from './backup/sealing.ts';

// `npm run backup:keys -- FILE`: makes the pair of keys of backups. The secret one is written to the file, which must not be there
// yet; the public one is printed.
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the file for the secret key: npm run backup:keys -- backup-key.txt');
  process.exit(2);
}
const { recipient, identity } = await newKeyPair();
try {
  writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`BACKUP_RECIPIENTS=${recipient}`);
  console.error(
    `\nThe secret key is in ${file}. Keep it where the backups are not, and where this machine's end does not end it: ` +
      'in a password manager, and on paper. Without it no backup can be read.',
  );
} catch (error) {
  const reason = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it is there already' : String(error);
  console.error(`${file} was not written: ${reason}. Nothing was changed.`);
  process.exitCode = 1;
}
