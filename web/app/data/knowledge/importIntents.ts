/** What people can tell an import that is under way. */
export const importSteerings = ['pause', 'resume', 'cancel'] as const;

export type ImportSteering = (typeof importSteerings)[number];

/** The intents of the forms beside an import. */
export const importIntents = ['retry', ...importSteerings] as const;
