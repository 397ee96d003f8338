/** API tokens. */
export const tokens = {
  title: 'API tokens',
  description:
    'A token lets a script or the command line do everything that you can do in this project. Give each program its own token, so that you can revoke one without the others.',
  revoked: 'The token {{name}} has been revoked.',
  empty: {
    title: 'No tokens yet',
    description:
      'On the machine where you ran npm start, the command line needs no token. Elsewhere it does, and so does the API.',
  },
  list: {
    label: 'Your tokens',
    created: 'Created <time/>',
    neverUsed: 'Never used',
    lastUsed: 'Last used <time/>',
    expires: 'Expires <time/>',
    revoke: 'Revoke',
    revokeName: 'Revoke {{name}}',
  },
  form: {
    title: 'Create a token',
    description: 'It is shown only once, when it is created.',
    name: 'Name',
    namePlaceholder: 'Nightly report',
    lifetime: 'Valid for',
    days_one: '{{count, number}} day',
    days_other: '{{count, number}} days',
    untilRevoked: 'Until it is revoked',
    submit: 'Create token',
  },
  created: {
    title: 'Token {{name}} created',
    hint: 'Copy it now: it will not be shown again.',
    label: 'Token',
  },
  faults: {
    nameMissing: 'Name the token after what will use it.',
    lifetimeMissing: 'Choose how long the token is valid.',
  },
} as const;
