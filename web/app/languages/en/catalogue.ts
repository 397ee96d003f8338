import { auth } from './auth.ts';
import { autogenFindings } from './autogenFindings.ts';
import { builds } from './builds.ts';
import { calendars } from './calendars.ts';
import { calls } from './calls.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { contexts } from './contexts.ts';
import { conversation } from './conversation.ts';
import { documentSearch } from './documentSearch.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { failures } from './failures.ts';
import { findings } from './findings.ts';
import { format } from './format.ts';
import { frame } from './frame.ts';
import { gallery } from './gallery.ts';
import { history } from './history.ts';
import { inbox } from './inbox.ts';
import { knowledge } from './knowledge.ts';
import { memories } from './memories.ts';
import { newConversation } from './newConversation.ts';
import { notices } from './notices.ts';
import { participants } from './participants.ts';
import { patterns } from './patterns.ts';
import { prices } from './prices.ts';
import { pythonFindings } from './pythonFindings.ts';
import { replay } from './replay.ts';
import { schedules } from './schedules.ts';
import { settings } from './settings.ts';
import { standing } from './standing.ts';
import { states } from './states.ts';
import { status } from './status.ts';
import { tasks } from './tasks.ts';
import { teamFindings } from './teamFindings.ts';
import { teams } from './teams.ts';
import { terminations } from './terminations.ts';
import { texts } from './texts.ts';
import { tokens } from './tokens.ts';
import { tools } from './tools.ts';
import { transcript } from './transcript.ts';
import { webhooks } from './webhooks.ts';

/** All words in English, one file a subject. What stands here, every other language has to say. */
export const catalogue = {
  auth,
  autogenFindings,
  calendars,
  builds,
  calls,
  commands,
  common,
  contexts,
  conversation,
  documentSearch,
  editor,
  errors,
  failures,
  findings,
  format,
  frame,
  gallery,
  history,
  inbox,
  knowledge,
  memories,
  newConversation,
  notices,
  participants,
  patterns,
  prices,
  pythonFindings,
  replay,
  schedules,
  settings,
  standing,
  states,
  status,
  tasks,
  teamFindings,
  teams,
  terminations,
  texts,
  tokens,
  tools,
  webhooks,
  transcript,
} as const;
