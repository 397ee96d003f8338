/** The statuses that an error page has words for (languages/en/errors.ts). */
const EXPLAINED = [400, 401, 403, 404, 405, 409, 411, 413, 422, 500, 503] as const;

/** Whose words the page for a status takes: its own, else for a refusal those of 400, for a fault those of 500. */
export function explainedStatus(status: number): (typeof EXPLAINED)[number] {
  const known = EXPLAINED.find((explained) => explained === status);
  return known ?? (status >= 400 && status < 500 ? 400 : 500);
}
