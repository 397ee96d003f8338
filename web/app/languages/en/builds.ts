/** The builds of the workers, and moving conversations between them. */
export const builds = {
  title: 'Builds',
  description:
    'Which workflow code the open conversations run on. A conversation stays on the build that it began on until it ends or is moved to the current one.',
  none: {
    title: 'No versions',
    description:
      'The workers belong to no deployment, so a release takes over every open conversation. docs/releases.md explains how conversations can stay on their build.',
  },
  notYet: {
    title: 'No worker yet',
    description: 'No worker of the deployment {{name}} has connected yet.',
  },
  state: {
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
    share: '{{share, number}}% of what begins',
    open_one: '{{count, number}} open conversation',
    open_other: '{{count, number}} open conversations',
  },
  stranded: {
    title: 'These conversations stand still',
    text: 'No worker of this build is running. Start one again, and they continue. Or move them: each is first replayed with the current code, and moves if the replay agrees.',
  },
  drained: 'No conversation needs this build any more: its workers can be stopped.',
  conversations: 'Open conversations on {{build}}',
  more_one: 'And {{count, number}} more.',
  more_other: 'And {{count, number}} more.',
  move: {
    all: 'Move all',
    one: 'Move',
    oneLabel: 'Move “{{title}}” to the current build',
    hint: 'A conversation that waits or is paused moves at once, any other after its turn.',
    asked_one: '{{count, number}} conversation was told to move.',
    asked_other: '{{count, number}} conversations were told to move.',
    left_one: '{{count, number}} has not been told yet. Move them again.',
    left_other: '{{count, number}} have not been told yet. Move them again.',
    keptTitle: 'The current code can’t continue these. Start a worker of their build again.',
  },
  faults: {
    unknown_build: 'There is no such build (any more).',
    is_current: 'This is the current build, to which the others move.',
    no_current_build: 'No build is current. Make one current with npm run release:current.',
    no_worker_of_current_build: 'No worker of the current build is running. Start one, then try again.',
    other_code_here:
      'This server’s workflow code differs from the current build’s, so it can’t tell which conversations would continue. Ask a server of the current build, or start a worker of the old one.',
  },
} as const;
