import { readSituation } from '../situation.ts';
import { closingWord, shorten, topicOf } from '../words.ts';
import { plausible } from './plausible.ts';
import { type Play, saying } from './play.ts';

/** If tools have answered since the last text: repeats what they said, with the word that ends the work. */
export const tellResults: Play = ({ messages, response_format: format }) => {
  const since = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
  const results = since.filter(({ role }) => role === 'tool');
  if (results.length === 0 || messages.at(-1)?.role !== 'tool') return null;
  const { task, instructions } = readSituation(messages);
  if (format?.json_schema !== undefined) {
    const { schema } = format.json_schema;
    return saying(JSON.stringify(plausible(schema, { task, root: schema })));
  }
  const calls = since.flatMap(({ tool_calls: made }) => made ?? []);
  const told = results.map(({ tool_call_id: id, content }) => {
    const call = calls.find((each) => each.id === id);
    const asked =
      call === undefined ? 'A tool' : `**${call.function.name}**, asked with \`${call.function.arguments}\`,`;
    const quoted = shorten(content.trim() || 'nothing', 800)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
    return `${asked} says:\n\n${quoted}`;
  });
  const word = closingWord(instructions);
  return saying(
    [
      `About ${topicOf(task)} I have asked what I was given.`,
      ...told,
      ...(word === undefined ? [] : [word]),
    ].join('\n\n'),
  );
};
