/** The frame around every page: navigation, account menu, theme, language. */
export const frame = {
  skipToContent: 'Skip to content',
  home: 'Colloquy, home',
  mainNavigation: 'Main',
  newConversation: 'New conversation',
  navigation: {
    conversations: 'Conversations',
    inbox: 'Inbox',
    teams: 'Teams',
    prices: 'Prices',
  },
  openTasks_one: '{{count, number}} open task',
  openTasks_other: '{{count, number}} open tasks',
  demo: 'Demo',
  demoModel:
    'Demo model: a few rules make up the answers. Set OPENAI_API_KEY or OPENAI_BASE_URL to use a real model.',
  account: {
    open: 'Account:',
    tokens: 'API tokens',
    signOut: 'Sign out',
    roles: { owner: 'owner', member: 'member' },
  },
  theme: {
    label: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  language: { label: 'Language' },
} as const;
