/** The webhooks that wake a standing conversation. */
export const webhooks = {
  title: 'Webhooks',
  conversations: 'Conversations',
  description:
    'A service that posts to one of these addresses wakes the conversation. Messages are signed as Standard Webhooks says.',
  link: 'Webhooks that wake it',
  none: 'There is none yet.',
  name: 'Name',
  nameHint: 'What the team is told: which service has woken it.',
  add: 'Add webhook',
  remove: 'Remove',
  removeName: 'Remove the webhook {{name}}',
  never: 'Nothing has been accepted yet.',
  accepted: 'Last accepted <time/>',
  refused: 'Last refused <time/>: <code>{{refusal}}</code>',
  removed: 'The webhook has been removed.',
  created: {
    title: 'Webhook “{{name}}” added',
    hint: 'Give the service this address and this secret. The secret is shown this one time.',
    url: 'Address',
    copyUrl: 'Copy address',
    secret: 'Secret',
    copySecret: 'Copy secret',
  },
  faults: {
    nameMissing: 'Give it a name.',
    nameTooLong: 'The name has more than 100 characters. Shorten it.',
    nameTaken: 'There is a webhook with this name. Choose another one.',
  },
} as const;
