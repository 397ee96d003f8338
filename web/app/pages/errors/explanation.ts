/** The statuses that an error page has words for (languages/en/errors.ts). */
const EXPLAINED = [400, 401, 403, 404, 405, 409, 411, 413, 422, 500, 503] as const;

/** The status whose words a page uses: its own, otherwise 400 for a refusal and 500 for an error. */
export function explainedStatus(status: number): (typeof EXPLAINED)[number] {
  const known = EXPLAINED.find((explained) => explained === status);
  return known ?? (status >= 400 && status < 500 ? 400 : 500);
}
