/** The workflows by the names under which histories record them. */
export { conversation } from './conversation.ts';
export { ingestDocument } from './ingestDocument.ts';
export { ingestUpload } from './ingestUpload.ts';
export { remember } from './remember.ts';
export { searchKnowledge } from './searchKnowledge.ts';
export { sendNotice } from './sendNotice.ts';
export { scheduledRun } from './scheduledRun.ts';
export { standing } from './standing.ts';
