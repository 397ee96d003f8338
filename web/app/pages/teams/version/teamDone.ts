/** An action on a team that was just completed. */
export type TeamDone = { kind: 'saved'; version: number } | { kind: 'archive' | 'unarchive' };

/** The completed action in the address of a team's page, or null. */
export function teamDone(params: URLSearchParams): TeamDone | null {
  const saved = params.get('saved');
  if (saved !== null && /^\d{1,9}$/.test(saved)) return { kind: 'saved', version: Number(saved) };
  const done = params.get('done');
  return done === 'archive' || done === 'unarchive' ? { kind: done } : null;
}
