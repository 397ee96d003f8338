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
  overlaps: 'The previous secret is accepted too; that ends <time/>',
  rotate: {
    open: 'Exchange the secret',
    openName: 'Exchange the secret of the webhook {{name}}',
    overlap: 'The current secret is accepted',
    overlaps: {
      none: 'no longer',
      hour: 'for another hour',
      day: 'for another day',
      week: 'for another week',
    },
    submit: 'Create a new secret',
  },
  rotated: {
    title: 'Webhook “{{name}}” has a new secret',
    hint: 'Give it to the service. It is shown only once. Until the change-over ends, messages signed with the previous secret are accepted too.',
    atOnce:
      'Give it to the service. It is shown only once. Messages signed with the previous secret are refused.',
    stale: 'This webhook got a new secret in the meantime. Nothing was changed.',
  },
  created: {
    title: 'Webhook “{{name}}” added',
    hint: 'Give the service this address and this secret. The secret is shown only once.',
    url: 'Address',
    copyUrl: 'Copy address',
    secret: 'Secret',
    copySecret: 'Copy secret',
  },
  faults: {
    nameMissing: 'Give it a name.',
    nameTooLong: 'The name has more than 100 characters. Shorten it.',
    notFound: 'There is no such webhook. It may have been removed.',
    nameTaken: 'There is already a webhook with this name. Choose another name.',
  },
} as const;
