import { auth } from './auth.ts';
import { calls } from './calls.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { contexts } from './contexts.ts';
import { conversation } from './conversation.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { failures } from './failures.ts';
import { findings } from './findings.ts';
import { format } from './format.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { inbox } from './inbox.ts';
import { newConversation } from './newConversation.ts';
import { participants } from './participants.ts';
import { patterns } from './patterns.ts';
import { prices } from './prices.ts';
import { states } from './states.ts';
import { tasks } from './tasks.ts';
import { teams } from './teams.ts';
import { terminations } from './terminations.ts';
import { texts } from './texts.ts';
import { tokens } from './tokens.ts';
import { tools } from './tools.ts';
import { transcript } from './transcript.ts';

/** All words in English, one file a subject. What stands here, every other language has to say. */
export const catalogue = {
  auth,
  calls,
  commands,
  common,
  contexts,
  conversation,
  editor,
  errors,
  failures,
  findings,
  format,
  frame,
  history,
  inbox,
  newConversation,
  participants,
  patterns,
  prices,
  states,
  tasks,
  teams,
  terminations,
  texts,
  tokens,
  tools,
  transcript,
} as const;
