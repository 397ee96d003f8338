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
    schedules: 'Schedules',
    knowledge: 'Knowledge',
    settings: 'Settings',
  },
  openTasks_one: '{{count, number}} open task',
  openTasks_other: '{{count, number}} open tasks',
  demo: 'Demo',
  demoModel:
    'Demo model: a few rules make up the answers, and documents are found by the words they share with a question. Set OPENAI_API_KEY or OPENAI_BASE_URL to use a real model.',
  account: {
    open: 'Account:',
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
