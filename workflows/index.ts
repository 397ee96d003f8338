/** The workflows by the names under which histories record them. */
export { conversation } from './conversation.ts';
