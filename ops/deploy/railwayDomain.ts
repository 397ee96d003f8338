import { text } from 'node:stream/consumers';
import { z } from 'zod';

// `npm run -s railway -- domain --service web --json | node ops/deploy/railwayDomain.ts`: prints the service's address.

/** What it says of a domain that it has just made, and of those that the service has already. */
const answerSchema = z.union([
  z.object({ domain: z.url() }).transform(({ domain }) => domain),
  z.object({ domains: z.tuple([z.url()], z.url()) }).transform(({ domains }) => domains[0]),
]);

/** The address that `railway domain --json` names, the first where there are several. */
export function originOf(answer: string): string {
  return new URL(answerSchema.parse(JSON.parse(answer))).origin;
}

if (import.meta.main) console.log(originOf(await text(process.stdin)));
