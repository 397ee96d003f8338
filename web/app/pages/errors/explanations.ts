/** What an error page says. */
export type Explanation = { title: string; description: string };

const EXPLANATIONS: Record<number, Explanation> = {
  400: {
    title: 'That request makes no sense to us',
    description: 'Something in it is missing or malformed. Go back, reload the page and try again.',
  },
  401: {
    title: 'You are not signed in',
    description: 'Sign in, and you come back to where you were.',
  },
  403: {
    title: 'That is not allowed',
    description: 'Your account may not do this, or the request did not come from a page of this app.',
  },
  404: {
    title: 'There is nothing here',
    description: 'The address is wrong, the thing is gone, or it belongs to another project.',
  },
  405: {
    title: 'That can’t be done here',
    description: 'This address does not take that kind of request.',
  },
  409: {
    title: 'Something has changed meanwhile',
    description: 'Somebody or something was faster. Reload the page to see how things stand now.',
  },
  411: {
    title: 'The request does not say how long it is',
    description: 'Send it with a Content-Length header.',
  },
  413: {
    title: 'That is too large',
    description: 'A form may hold 1 MB. Shorten the text, then send it again.',
  },
  422: {
    title: 'We can’t work with that',
    description: 'The request is well-formed, but what it asks for does not fit together.',
  },
  500: {
    title: 'Something went wrong on our side',
    description: 'It has been recorded. Try again in a moment; if it happens again, tell us the request id.',
  },
  503: {
    title: 'A part of Colloquy is not answering',
    description:
      'Nothing is lost: conversations go on where they were as soon as it is back. Try again in a moment.',
  },
};

const UNEXPECTED: Explanation = {
  title: 'Something went wrong on our side',
  description: 'It has been recorded. Try again in a moment; if it happens again, tell us the request id.',
};

/** What the page for a status says; any other 4xx speaks as 400 does. */
export function explain(status: number): Explanation {
  const known = EXPLANATIONS[status] ?? (status >= 400 && status < 500 ? EXPLANATIONS[400] : undefined);
  return known ?? UNEXPECTED;
}
