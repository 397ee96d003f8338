import { auth } from './auth.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { format } from './format.ts';
import { frame } from './frame.ts';
import { states } from './states.ts';
import { teams } from './teams.ts';

/** All words in English, one file a subject. What stands here, every other language has to say. */
export const catalogue = {
  auth,
  common,
  errors,
  format,
  frame,
  states,
  teams,
} as const;
