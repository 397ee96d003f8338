/** The inbox: what waits for a person. */
export const inbox = {
  title: 'Inbox',
  description: 'Everything that is waiting for a person, most urgent first.',
  tabs: { label: 'Tasks', open: 'Open', closed: 'Answered' },
  openTasks: 'Open tasks',
  newTasks_one: '{{count, number}} new task',
  newTasks_other: '{{count, number}} new tasks',
  empty: {
    title: 'Nothing is waiting for you',
    description:
      'Drafts to review, tool calls to approve, questions from a team and turns that failed appear here.',
  },
  emptyClosed: {
    title: 'Nothing has been answered yet',
    description: 'Answered and expired tasks are listed here.',
  },
  one: {
    title: 'Task',
    open: 'Answer it here; the conversation goes on with what you decide.',
    closed: 'This task is closed.',
    conversation: 'Open the conversation',
  },
  faults: { notFound: 'There is no such task in your project.' },
  item: {
    where: '<conversation>{{title}}</conversation> · {{team}} · asked <time/>',
    arguments: 'Arguments of {{tool}}',
    request: 'Request, with these arguments filled in',
    draftBy: 'Draft by {{speaker}}',
  },
} as const;
