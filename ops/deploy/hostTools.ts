/** The hosts' own command lines, by version: a newer one has broken everybody's pipeline before. A test holds the workflows to these. */
export const hostTools = {
  railway: '@railway/cli@5.63.1',
  vercel: 'vercel@64.0.2',
  supabase: 'supabase@3.1.0',
} as const;
