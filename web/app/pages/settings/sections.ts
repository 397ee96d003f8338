/** The sections of the settings, in their order. Their words stand under these names (languages/en/settings.ts). */
export const SETTINGS_SECTIONS = [
  { name: 'prices', to: '/settings/prices' },
  { name: 'tokens', to: '/settings/tokens' },
  { name: 'notices', to: '/settings/notices' },
  { name: 'calendars', to: '/settings/calendars' },
  { name: 'builds', to: '/settings/builds' },
  { name: 'status', to: '/settings/status' },
  { name: 'appearance', to: '/settings/appearance' },
] as const;

/** Where `/settings` leads. */
export const FIRST_SECTION = SETTINGS_SECTIONS[0].to;
