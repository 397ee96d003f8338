import { answerTo } from './answer.ts';
import { callTool } from './plays/callTool.ts';
import { fillSchema } from './plays/fillSchema.ts';
import { handOver } from './plays/handOver.ts';
import { orchestrate } from './plays/orchestrate.ts';
import type { DemoReply, Play } from './plays/play.ts';
import { remember } from './plays/remember.ts';
import { selectSpeaker } from './plays/selectSpeaker.ts';
import { tellResults } from './plays/tellResults.ts';
import type { ChatRequest } from './wire.ts';

export type { DemoReply };

/** Kinds of requests other than speaking in a role; the first that accepts a request answers it. */
const PLAYS: readonly Play[] = [
  remember,
  orchestrate,
  selectSpeaker,
  fillSchema,
  tellResults,
  callTool,
  handOver,
];

/** The demo's reply to a request: the same for the same request. */
export function replyTo(request: ChatRequest): DemoReply {
  for (const play of PLAYS) {
    const reply = play(request);
    if (reply !== null) return reply;
  }
  return { text: answerTo(request.messages), toolCalls: [] };
}
