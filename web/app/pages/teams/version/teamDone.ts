const DEEDS: Record<string, string> = {
  archive: 'The team is archived: it starts no conversation and stands in no list until you put it back.',
  unarchive: 'The team is back in the list.',
};

/** What a team's page says after a deed, by its address; null: nothing. */
export function teamDone(params: URLSearchParams): string | null {
  const saved = params.get('saved');
  if (saved !== null && /^\d{1,9}$/.test(saved)) return `Version ${saved} is saved.`;
  return DEEDS[params.get('done') ?? ''] ?? null;
}
