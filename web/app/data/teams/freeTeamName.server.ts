import type { Transaction } from '../../../../platform/database.ts';

const NAME_MAX_CHARACTERS = 100;

/** The name itself, or with a number if another team has it; null if a taken name is refused. */
export async function freeTeamName(
  transaction: Transaction,
  projectId: string,
  name: string,
  whenTaken: 'refuse' | 'rename',
): Promise<string | null> {
  const isTaken = async (candidate: string) =>
    (await transaction.team.count({ where: { projectId, name: candidate } })) > 0;
  const shortened = withinLimit(name, '');
  if (!(await isTaken(shortened))) return shortened;
  if (whenTaken === 'refuse') return null;
  for (let number = 2; ; number += 1) {
    const candidate = withinLimit(name, ` ${String(number)}`);
    if (!(await isTaken(candidate))) return candidate;
  }
}

/** If the cut splits a character, its half is removed, as is anything that PostgreSQL can't store. */
function withinLimit(name: string, suffix: string): string {
  const cut = name.replaceAll('\0', '').slice(0, NAME_MAX_CHARACTERS - suffix.length);
  return cut.replace(/[\ud800-\udbff]$/, '').toWellFormed() + suffix;
}
