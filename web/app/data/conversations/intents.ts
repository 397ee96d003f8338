/** What people may tell a conversation that goes on, beside words. */
export const steerings = ['pause', 'resume', 'stop', 'external', 'cancel'] as const;

export type Steering = (typeof steerings)[number];

/** What the forms of the conversation page ask for. */
export const intents = ['post', 'answer', 'continue', ...steerings] as const;

export type Intent = (typeof intents)[number];
