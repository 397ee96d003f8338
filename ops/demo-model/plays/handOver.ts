import { answerTo } from '../answer.ts';
import { readSituation } from '../situation.ts';
import type { ChatRequest, ChatTool } from '../wire.ts';
import { closingWord } from '../words.ts';
import { fitness } from './callTool.ts';
import { callable, callOf, isHandoff, type Play, questionAt, saying } from './play.ts';

/**
 * A swarm's agent hands over to the agent that fits the question best, but not back to the one that handed over to
 * it; otherwise it says its part, and hands over to the person if it can. A person who thanks for an answer gets the
 * word that ends the conversation.
 */
export const handOver: Play = (request) => {
  const { messages } = request;
  const handoffs = callable(request).filter(isHandoff);
  if (handoffs.length === 0) return null;
  const at = questionAt(messages);
  const question = messages[at]?.content ?? '';
  const since = messages.slice(at + 1);
  const called = new Set(
    since.flatMap(({ tool_calls: calls }) => (calls ?? []).map((call) => call.function.name)),
  );
  const speakers = new Set(
    since.flatMap(({ role, name }) => (role === 'user' && name !== undefined ? [name] : [])),
  );
  const peers = handoffs.filter((tool) => targetOf(tool) !== 'user' && !called.has(tool.function.name));
  const fresh = peers.filter((tool) => ![...speakers].some((name) => name.toLowerCase() === targetOf(tool)));
  const [best] = fresh.toSorted((a, b) => fitness(b, question) - fitness(a, question));
  const toPerson = handoffs.find((tool) => targetOf(tool) === 'user');
  const word = closingWord(readSituation(messages).instructions);
  if (word !== undefined && hasThanked(request, question)) return saying(`I am glad to hear it.\n\n${word}`);
  if (best !== undefined && (toPerson === undefined || fitness(best, question) > 0))
    return calling(request, best, '');
  return toPerson === undefined ? null : calling(request, toPerson, answerTo(messages));
};

function calling(request: ChatRequest, tool: ChatTool, text: string) {
  return { text, toolCalls: [callOf(request, tool.function.name, {})] };
}

function targetOf({ function: { name } }: ChatTool): string {
  return name.replace(/^transfer_to_/i, '').toLowerCase();
}

function hasThanked({ messages }: ChatRequest, question: string): boolean {
  const asked = messages.filter(
    ({ role, name }) => role === 'user' && (name === undefined || name === 'user'),
  );
  return (
    asked.length > 1 &&
    /\b(thanks?|thank you|all is well|perfect|great|wonderful|that is all)\b/i.test(question)
  );
}
