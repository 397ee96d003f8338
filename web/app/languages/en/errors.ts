/** Error pages, and what a refused request is told. */
export const errors = {
  title: 'Something went wrong',
  signIn: 'Sign in',
  toConversations: 'Go to your conversations',
  reload: 'Reload this page',
  reference: 'Reference <code>{{traceId}}</code>',
  explanations: {
    status400: {
      title: 'We can’t make sense of that request',
      description: 'Something in it is missing or malformed. Go back, reload the page and try again.',
    },
    status401: {
      title: 'You are not signed in',
      description: 'Sign in, and you’ll come back to this page.',
    },
    status403: {
      title: 'That is not allowed',
      description: 'Your account may not do this, or the request did not come from a page of this app.',
    },
    status404: {
      title: 'There is nothing here',
      description: 'The address is wrong, the page is gone, or it belongs to another project.',
    },
    status405: {
      title: 'That can’t be done here',
      description: 'This address does not accept that kind of request.',
    },
    status409: {
      title: 'Something has changed in the meantime',
      description: 'Somebody or something was faster. Reload the page to see the current state.',
    },
    status411: {
      title: 'The request does not say how long it is',
      description: 'Send it with a Content-Length header.',
    },
    status413: {
      title: 'That is too large',
      description: 'A form may hold 1 MB. Shorten the text, then send it again.',
    },
    status422: {
      title: 'We can’t work with that',
      description: 'The request is well-formed, but what it asks for does not fit together.',
    },
    status500: {
      title: 'Something went wrong on our side',
      description:
        'The error has been recorded. Try again in a moment; if it happens again, tell us the request ID.',
    },
    status503: {
      title: 'A part of Colloquy is not responding',
      description:
        'Nothing is lost: conversations carry on where they were as soon as it is back. Try again in a moment.',
    },
  },
  faults: {
    foreignForm:
      'This form was not sent from a page of this app, so nothing was done. Open the page here, and send it again.',
    bodyTooLarge:
      'What you sent is {{size}}; the limit is {{limit}}. Nothing was saved: make it smaller, then send it again.',
    formUnreadable:
      'The form has too many fields, or field names that none of our pages use. Nothing was saved.',
    databaseAway:
      'The database at {{address}} cannot be reached: {{reason}}. Nothing is lost: conversations carry on where they were as soon as it is back. Try again in a moment.',
    temporalAway:
      'Temporal at {{address}} cannot be reached: {{reason}}. Conversations can’t be started or steered just now. Nothing is lost: try again in a moment.',
    knowledgeAway:
      'The knowledge store at {{address}} cannot be reached: {{reason}}. Nothing is lost: try again in a moment.',
    formIncomplete: 'The form is incomplete. Reload the page, then send it again.',
  },
} as const;
