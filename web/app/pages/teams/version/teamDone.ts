/** What has just been done to a team. */
export type TeamDone = { kind: 'saved'; version: number } | { kind: 'archive' | 'unarchive' };

/** What a team's page tells has been done, by its address; null: nothing. */
export function teamDone(params: URLSearchParams): TeamDone | null {
  const saved = params.get('saved');
  if (saved !== null && /^\d{1,9}$/.test(saved)) return { kind: 'saved', version: Number(saved) };
  const done = params.get('done');
  return done === 'archive' || done === 'unarchive' ? { kind: done } : null;
}
