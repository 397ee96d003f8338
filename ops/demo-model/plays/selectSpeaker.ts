import { type Play, saying } from './play.ts';

/** A list of names in Python's notation: ['planner', 'critic']. */
const LIST = /\[((?:'[^'\n]*'|"[^"\n]*")(?:, ?(?:'[^'\n]*'|"[^"\n]*"))*)\]/g;

/** A selector's prompt: the participant that has spoken least is next, in the order of the list. */
export const selectSpeaker: Play = ({ messages, tools }) => {
  const [prompt, ...corrections] = messages;
  if (prompt === undefined || (tools ?? []).length > 0) return null;
  const text = prompt.content;
  if (!/\b(select|choose|pick|next)\b/i.test(text)) return null;
  const isCorrection = corrections.every(
    ({ role, content }) => role === 'assistant' || namesIn(content).length > 0,
  );
  const names = namesIn(messages.at(-1)?.content ?? '');
  if (!isCorrection || names.length === 0 || namesIn(text).length === 0) return null;
  const turns = (name: string) => text.split('\n').filter((line) => line.startsWith(`${name}: `)).length;
  const [next] = names.map((name) => ({ name, turns: turns(name) })).toSorted((a, b) => a.turns - b.turns);
  return next === undefined ? null : saying(next.name);
};

/** The names in the last list of a text. */
function namesIn(text: string): string[] {
  const list = [...text.matchAll(LIST)].at(-1)?.[1] ?? '';
  return (list.match(/'[^'\n]*'|"[^"\n]*"/g) ?? []).map((quoted) => quoted.slice(1, -1));
}
