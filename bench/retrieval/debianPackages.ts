import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages with manual pages: the system's own, the C library's, and those of tools and libraries that have many. */
const ENGLISH = [
  'manpages',
  'manpages-dev',
  'coreutils',
  'git-man',
  'iproute2',
  'libcurl4-doc',
  'libssl-doc',
  'libx11-doc',
  'perl-doc',
  'systemd',
  'tcl8.6-doc',
  'util-linux',
];
const CHINESE = ['manpages-zh'];

/**
 * The folders of manual pages in English and in (simplified) Chinese. They are extracted once from Debian's packages;
 * nothing is installed.
 */
export function unpackManPages(folder: string): { english: string; chinese: string } {
  return {
    english: join(unpack(ENGLISH, join(folder, 'manual-english')), 'usr', 'share', 'man'),
    chinese: join(unpack(CHINESE, join(folder, 'manual-chinese')), 'usr', 'share', 'man', 'zh_CN'),
  };
}

function unpack(packages: readonly string[], folder: string): string {
  const done = join(folder, 'unpacked');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  run('apt-get', ['download', ...packages]);
  for (const archive of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    run('dpkg-deb', ['-x', archive, folder]);
  }
  writeFileSync(done, '');
  return folder;
}
