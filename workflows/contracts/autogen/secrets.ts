import { autogenFinding } from '../findings/finding.ts';
import { type Place, type Report } from './report.ts';

/** The secret that holds the key for an address; it carries the host's name, so that no team gets another host's key. */
export function secretOfAddress(url: string): string {
  return `${constantCase(hostOf(url))}_API_KEY`;
}

/** Notes that a key stood in the file, was not taken, and which secret to set in its stead. */
export function noteKey(report: Report, place: Place, secret: string | null): void {
  report.notes.push({
    path: place.path,
    message: secret === null ? autogenFinding('keyOfDeployment') : autogenFinding('keyAsSecret', { secret }),
  });
}

/**
 * Headers or an environment, as texts; what is a credential by its name is replaced by a secret, and noted. A value that
 * names secrets already stays.
 */
export function withoutCredentials(
  entries: readonly [string, Place][],
  owner: string,
  report: Report,
): Record<string, string> {
  return Object.fromEntries(
    entries.map(([name, place]) => {
      const value = typeof place.value === 'string' ? place.value : JSON.stringify(place.value);
      if (value.includes('${secret:')) {
        report.notes.push({ path: place.path, message: autogenFinding('secretGiven', { value }) });
        return [name, value];
      }
      if (!/auth|key|token|secret|password|credential|cookie/i.test(name)) return [name, value];
      const secret = constantCase(owner === '' ? name : `${owner}_${name}`);
      report.notes.push({
        path: place.path,
        message: autogenFinding('credential', { secret }),
      });
      return [name, `\${secret:${secret}}`];
    }),
  );
}

/** Notes of each of these fields that it is not carried over, and why, as findings. */
export function noteDropped(
  report: Report,
  fields: { raw(key: string): Place | undefined },
  reasons: Record<string, string>,
): void {
  for (const [key, reason] of Object.entries(reasons)) {
    const found = fields.raw(key);
    if (found === undefined || isEmpty(found.value)) continue;
    report.notes.push({ path: found.path, message: autogenFinding('leftOut', { key, reason }) });
  }
}

export function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(url)?.[1] ?? url;
}

function constantCase(text: string): string {
  const words = text.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  return /^[0-9]/.test(words) ? `_${words}` : words;
}

function isEmpty(value: unknown): boolean {
  return (
    value === '' ||
    value === false ||
    (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}
