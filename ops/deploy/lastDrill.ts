import { z } from 'zod';
import { parseJson } from '../parseJson.ts';

const statusSchema = z.object({
  lastDrill: z.object({ backup: z.string(), succeeded: z.boolean(), ageDays: z.number() }).nullable(),
});

/** What is wrong with the last drill, by the JSON of `npm run backup -- --status`; null: nothing. */
export function faultOfDrill(status: string, mostDays: number): string | null {
  const read = statusSchema.safeParse(parseJson(status));
  if (!read.success)
    return `The status of backups could not be read: ${status.trim().slice(0, 500) || 'nothing was said'}`;
  const { lastDrill } = read.data;
  const howTo = 'Run one where the secret key is: docs/backup.md#the-drill.';
  if (lastDrill === null) return `There has been no drill. ${howTo}`;
  const { backup, succeeded, ageDays } = lastDrill;
  if (!succeeded) return `The last drill, with ${backup}, failed. ${howTo}`;
  if (ageDays > mostDays) return `The last drill was ${ageDays.toFixed(0)} days ago. ${howTo}`;
  return null;
}
