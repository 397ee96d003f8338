/** The states and kinds of what the app shows, wherever it shows them. */
export const states = {
  conversation: {
    starting: 'Starting',
    running: 'Running',
    waiting: 'Waiting for you',
    parked: 'Parked on an error',
    paused: 'Paused',
    sleeping: 'Sleeping',
    finished: 'Finished',
    stopped: 'Stopped',
    cancelled: 'Cancelled',
    failed: 'Failed',
  },
  early: {
    title: 'Ended early',
    reason: 'No edge matched what {{names}} said, so nobody spoke next.',
    mend: 'If that was not intended, edit the team: give {{names}} an edge without a condition, or one whose text it does say.',
  },
  call: {
    open: 'In progress',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unknown: 'Outcome unknown',
  },
  task: {
    open: 'Open',
    answered: 'Answered',
    expired: 'Expired',
    withdrawn: 'Withdrawn',
  },
  taskKind: {
    review_message: 'Review a draft',
    give_input: 'Give an answer',
    approve_tool_call: 'Allow a tool call',
    resolve_error: 'Resolve an error',
    wait: 'A wait',
  },
} as const;
