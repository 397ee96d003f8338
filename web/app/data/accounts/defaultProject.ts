/** The project that all users belong to, as long as there is only one. */
export const DEFAULT_PROJECT = { slug: 'default', name: 'Default' } as const;
