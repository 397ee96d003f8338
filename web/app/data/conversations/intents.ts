/** What people can tell a running conversation, besides messages. */
export const steerings = ['pause', 'resume', 'stop', 'external', 'cancel'] as const;

export type Steering = (typeof steerings)[number];

/** The intents of the conversation page's forms. */
export const intents = ['post', 'answer', 'continue', 'wake', 'stand', 'end_standing', ...steerings] as const;

export type Intent = (typeof intents)[number];
