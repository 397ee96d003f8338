/** The project that everybody belongs to until there are more. */
export const DEFAULT_PROJECT = { slug: 'default', name: 'Default' } as const;
