/** Standing conversations: that one sleeps, what it waits for, what has woken it. */
export const standing = {
  start: 'Keep it standing',
  startHint:
    'When the team is done it sleeps, until a message, a webhook, a schedule, another conversation or a person wakes it.',
  wakes: 'When it ends, wake',
  wakesHint: 'A standing conversation. Its team is told how this one ended, and what was said last.',
  wakesNone: 'No conversation',
  wakesLink: 'What its end wakes',
  wakesLabel: 'Conversation',
  wakesFrom: 'It counts from the next end of a run on.',
  wakesNobody: 'No other conversation of the project is standing.',
  wakesSave: 'Save',
  wakesWhenEnded: 'When it ends, it wakes <a>{{title}}</a>',
  sleepingSince: 'Sleeping since <time/>',
  waitsFor: 'It wakes for a message, when you wake it by hand, and for whatever else is set up to wake it.',
  waiting_one: '{{count, number}} wake-up waits until it has finished.',
  waiting_other: '{{count, number}} wake-ups wait until it has finished.',
  taking_one: '{{count, number}} wake-up waits to be taken.',
  taking_other: '{{count, number}} wake-ups wait to be taken.',
  wakeNow: 'Wake now',
  stand: 'Make it standing',
  standHint:
    'It sleeps then, until a message, a webhook, a schedule, another conversation or a person wakes it.',
  end: 'End it for good',
  confirm: {
    title: 'End this standing conversation?',
    description:
      'It sleeps no more, and nothing wakes it. The transcript stays. You can make it standing again.',
    keep: 'Keep it standing',
    end: 'End it',
  },
  wakingSchedule: {
    next: 'The schedule <a>{{name}}</a> wakes it, next <time/>',
    paused: 'The schedule <a>{{name}}</a> wakes it, and is paused',
    none: 'The schedule <a>{{name}}</a> has no further date at which it wakes it',
  },
  addSchedule: 'Wake it on a schedule',
  wokenBy: {
    message: 'woken by a message from {{name}}',
    by_hand: 'woken by {{name}}',
    webhook: 'woken by the webhook “{{name}}”',
    schedule: 'woken by the schedule “{{name}}”',
    conversation: 'woken by the conversation “{{name}}”',
  },
  somebody: 'somebody',
  announce: 'The conversation sleeps.',
  faults: {
    circle: 'That conversation wakes this one, itself or by others. Choose another one.',
  },
} as const;
