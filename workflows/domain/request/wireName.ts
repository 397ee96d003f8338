/** A name as providers take it, by AutoGen's `normalize_name`: word characters and hyphens, 64 at the most. */
export function wireName(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64);
}
