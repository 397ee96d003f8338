/** The builds of the workers, and moving conversations between them. */
export const builds = {
  title: 'Builds',
  description:
    'Which workflow code open conversations run on. A conversation stays on the build on which it began, until it ends or moves to the current one.',
  none: {
    title: 'No versions',
    description:
      'The workers belong to no deployment: a release takes over every open conversation. docs/releases.md says how to let them stay on their build.',
  },
  notYet: {
    title: 'No worker yet',
    description: 'No worker of the deployment {{name}} has come yet.',
  },
  standing: {
    current: 'Current',
    ramping: 'Ramping',
    draining: 'Draining',
    drained: 'Drained',
    inactive: 'Not used yet',
  },
  facts: {
    deployed: 'Deployed <time/>',
    polled: 'Workers run',
    notPolled: 'No worker',
    share: '{{share, number}} % of what begins',
    open_one: '{{count, number}} open conversation',
    open_other: '{{count, number}} open conversations',
  },
  stranded: {
    title: 'These conversations stand still',
    text: 'No worker of this build runs. Start one again, and they go on. Or move them: each is replayed with the current code first, and moves if it agrees.',
  },
  drained: 'No conversation needs this build any more: its workers can be stopped.',
  conversations: 'Open conversations on {{build}}',
  more_one: 'And {{count, number}} more.',
  more_other: 'And {{count, number}} more.',
  move: {
    all: 'Move all',
    one: 'Move',
    oneLabel: 'Move “{{title}}” to the current build',
    hint: 'One that waits or is paused moves at once, any other after its turn.',
    asked_one: '{{count, number}} conversation was told to move.',
    asked_other: '{{count, number}} conversations were told to move.',
    left_one: '{{count, number}} was not told yet: move them again.',
    left_other: '{{count, number}} were not told yet: move them again.',
    keptTitle: 'The current code cannot go on with these. Start a worker of their build again.',
  },
  faults: {
    unknown_build: 'There is no such build (any more).',
    is_current: 'This is the current build, to which the others move.',
    no_current_build: 'No build is current: npm run release:current makes one so.',
    no_worker_of_current_build: 'No worker of the current build runs: start one, then try again.',
    other_code_here:
      'This server has other workflow code than the current build, so it cannot say which conversations would go on. Ask a server of the current build, or start a worker of the old one.',
  },
} as const;
