/**
 * The id of one of several forms on a page, derived from the page's random id. It stays the same for a double
 * click, and differs for each form and each page load.
 */
export function deriveSubmissionId(seed: string, form: string): string {
  let hash = 2166136261;
  for (let index = 0; index < form.length; index += 1) {
    hash = Math.imul(hash ^ form.charCodeAt(index), 16777619);
  }
  return seed.slice(0, -8) + (hash >>> 0).toString(16).padStart(8, '0');
}
