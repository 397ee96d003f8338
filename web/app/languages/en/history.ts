/** The list of conversations. */
export const history = {
  title: 'Conversations',
  new: 'New conversation',
  newer_one: '{{count, number}} new',
  newer_other: '{{count, number}} new',
  newerOrMore: '{{limit}} or more new',
  filter: {
    search: 'Search',
    searchHint: 'Search titles and messages',
    clear: 'Clear',
    status: 'Status',
    anyStatus: 'Any status',
    team: 'Team',
    anyTeam: 'Any team',
  },
  table: {
    conversation: 'Conversation',
    status: 'Status',
    turns: 'Turns',
    tokens: 'Tokens',
    cost: 'Cost',
    started: 'Started',
  },
  turns_one: '{{count, number}} turn',
  turns_other: '{{count, number}} turns',
  cost: 'cost <cost/>',
  empty: {
    title: 'No conversations yet',
    description:
      'Choose a team, give it a task, and watch it work. It keeps going when you close the page, and through every restart.',
    action: 'Start the first one',
  },
  noMatch: {
    title: 'No conversations match',
    description: 'Search for something else, or clear the filters.',
    action: 'Clear the filters',
  },
  paging: { label: 'Pages', newer: 'Newer', older: 'Older' },
  unavailable: {
    title: 'The conversations can’t be shown right now',
    description:
      'Reading them failed. They are not lost, and those that are running keep going. Try again in a moment.',
  },
} as const;
