import { auth } from './auth.ts';
import { calls } from './calls.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { format } from './format.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { inbox } from './inbox.ts';
import { newConversation } from './newConversation.ts';
import { prices } from './prices.ts';
import { states } from './states.ts';
import { teams } from './teams.ts';
import { texts } from './texts.ts';
import { tokens } from './tokens.ts';

/** All words in English, one file a subject. What stands here, every other language has to say. */
export const catalogue = {
  auth,
  calls,
  common,
  errors,
  format,
  frame,
  history,
  inbox,
  newConversation,
  prices,
  states,
  teams,
  texts,
  tokens,
} as const;
