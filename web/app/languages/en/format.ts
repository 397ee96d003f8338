/** Units and moments. Their numbers are written by Intl; their units stand here, so that server and browser agree. */
export const format = {
  duration: {
    ms: '{{value}} ms',
    s: '{{value}} s',
    min: '{{value}} min',
    h: '{{value}} h',
    d: '{{value}} d',
  },
  bytes_one: '{{count, number}} byte',
  bytes_other: '{{count, number}} bytes',
  justNow: 'just now',
  inAMoment: 'in a moment',
} as const;
