import { type Play, saying } from './play.ts';

const MESSAGE = /<message number="(\d+)" from="user">\n([\s\S]*?)\n<\/message>/g;

/** What a person says that tells something for later: a wish, or how things are done. */
const LASTING =
  /(?:\b(?:I|we) (?:prefer|like|always|never|decided|use)\b|\bplease (?:always|never)\b|\bremember\b|喜欢|偏好|总是|从不|记住|决定)/i;

/** The request to keep a team's memory: notes what a person has said of how things are to be done, in that person's words. */
export const remember: Play = ({ messages }) => {
  const [rules, asked] = messages;
  if (!rules?.content.startsWith('You keep the long-term memory of a team.') || asked === undefined)
    return null;
  const changes = [...asked.content.matchAll(MESSAGE)].flatMap(([, number = '', said = '']) =>
    said
      .split(/(?<=[.!?。！？])\s*|\n+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => LASTING.test(sentence) && sentence.length >= 4 && sentence.length <= 200)
      .map((quote) => ({
        op: 'add',
        entries: [],
        kind: 'preferred',
        text: /[\u4e00-\u9fff]/.test(quote) ? `用户说：${quote}` : `The user says: ${quote}`,
        message: Number(number),
        quote,
      })),
  );
  return saying(JSON.stringify({ changes: changes.slice(0, 3) }));
};
