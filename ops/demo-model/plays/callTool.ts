import { readSituation } from '../situation.ts';
import type { ChatTool } from '../wire.ts';
import { plausible } from './plausible.ts';
import { callable, callOf, isHandoff, type Play, questionAt } from './play.ts';

/** Actions that a demo had better not take. */
const HARMS = new Set(
  'delete remove drop destroy kill pay buy order send post write publish deploy execute run update create move'.split(
    ' ',
  ),
);

/** For each question, the tool that fits it best is called once, with plausible arguments. */
export const callTool: Play = (request) => {
  const { messages } = request;
  const tools = callable(request).filter((tool) => !isHandoff(tool));
  const asked = messages[questionAt(messages)]?.content ?? readSituation(messages).task;
  const since = messages.slice(questionAt(messages) + 1);
  const isAsked = since.some(({ tool_calls: calls }) =>
    (calls ?? []).some((call) => tools.some((tool) => tool.function.name === call.function.name)),
  );
  const [best] = tools.toSorted((a, b) => fitness(b, asked) - fitness(a, asked));
  if (best === undefined || isAsked) return null;
  const { name, parameters } = best.function;
  const schema = parameters ?? { type: 'object' };
  const given = plausible(schema, { task: asked, root: schema });
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return { text: '', toolCalls: [callOf(request, name, isObject ? given : {})] };
};

/** The number of a question's words in a tool's name and description, reduced if the tool may do harm. */
export function fitness({ function: { name, description } }: ChatTool, question: string): number {
  const words = wordsOf(`${name.replaceAll(/[_.-]/g, ' ')} ${description ?? ''}`);
  const shared = [...wordsOf(question)].filter((word) => words.has(word)).length;
  const parts = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return shared - (parts.some((part) => HARMS.has(part)) ? 5 : 0);
}

function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !COMMON.has(word)));
}

const COMMON = new Set(
  'the and for you your with that this has have what which who how are was were would like can could from about into not'.split(
    ' ',
  ),
);
