/** What each template of the gallery is called, what it does and when to take it, and a task to try it with; in English. */
export const templateWords = {
  calculator: {
    name: 'Assistant with tools',
    summary:
      'A single agent that calls Python tools in a sandbox until it has what it needs, then puts the results into words. Start here if you have tools of your own.',
    task: 'What does a loan of 12,000 at 3.9 % cost in interest over 36 equal months?',
  },
  'writers-room': {
    name: 'Writers’ room',
    summary:
      'A writer and a critic take turns until the critic approves. The simplest pattern, and often all that a text needs.',
    task: 'Announce our new opening hours: from May we are open on Saturdays too.',
  },
  'research-desk': {
    name: 'Research desk',
    summary:
      'A model chooses who speaks next: a planner breaks down the question, a researcher and an analyst work on it, and a reporter writes it up. Use it when the order of work depends on what is found.',
    task: 'Should a shop with 20,000 visits a month offer payment by invoice? Weigh the costs against the extra sales.',
  },
  'customer-service': {
    name: 'Customer service',
    summary:
      'Agents hand a request over to whoever can deal with it, and to the customer when they need an answer. Use it when each agent knows best who should go next.',
    task: 'My order A-1043 came with a broken lamp. I would like my money back.',
  },
  'release-review': {
    name: 'Release review',
    summary:
      'Two reviewers read a draft in parallel; an editor weighs their remarks and sends it back or approves it. Use a graph when the steps are fixed.',
    task: 'Draft the release notes for 2.4: faster search, dark mode, and a fixed bug that lost drafts.',
  },
  'task-force': {
    name: 'Task force',
    summary:
      'Magentic-One: an orchestrator gathers facts, plans, tracks progress and makes a new plan when it stalls. Use it for open-ended tasks that nobody knows how to approach yet.',
    task: 'How many working days, not counting Saturdays, are there in Bavaria in the first three months of 2027? Show the calculation.',
  },
  'advisory-board': {
    name: 'Advisory board',
    summary:
      'A society of mind: an inner team argues and gives one answer. You reply, and the board takes your reply into account.',
    task: 'We want to stop answering support by telephone and offer chat only. What do you advise?',
  },
  'translation-bureau': {
    name: 'Translation bureau',
    summary:
      'A team within a team: translators work among themselves, then a native speaker judges how the result sounds. Use it when one part of the work needs rounds of its own.',
    task: 'Translate into German: “We can’t promise you the moon, but we deliver on Thursdays.”',
  },
} as const;
