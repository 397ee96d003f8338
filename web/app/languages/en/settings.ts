/** The frame of the settings, and the choice of language and theme. */
export const settings = {
  sections: {
    label: 'Settings',
    prices: 'Prices',
    tokens: 'API tokens',
    notices: 'Notices',
    calendars: 'Working calendars',
    builds: 'Builds',
    status: 'Status',
    appearance: 'Language and theme',
  },
  language: {
    title: 'Language',
    description: 'Your account remembers it: it applies in every browser in which you sign in.',
  },
  theme: {
    title: 'Theme',
    description: 'Applies to this browser only. “System” follows the device.',
  },
} as const;
