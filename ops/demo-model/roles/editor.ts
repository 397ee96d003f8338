import { lastRemark } from '../situation.ts';
import { closingWord, decisionWords, excerpt, keywordsOf, topicOf } from '../words.ts';
import type { Role } from './role.ts';

/** Polishes the latest text, and says so when nothing is left to do. */
export const editor: Role = {
  name: 'editor',
  pattern: /\b(editor|edits?|proofreader|polish(es)?)\b/i,
  answer: (situation) => {
    const { task, own, instructions } = situation;
    const remark = lastRemark(situation);
    const [first, second] = keywordsOf(task, 2);
    const word = closingWord(instructions);
    const decision = decisionWords(instructions);
    if (decision !== undefined) {
      if (own.length > 0) return decision.done;
      return `${decision.again}\n\n1. Say the **${first}** in the first sentence.\n2. Show the ${second} by one example.`;
    }
    if (own.length > 0) {
      const verdict = `This reads well now: ${topicOf(task)}, said once and said clearly. I changed two commas and nothing else.`;
      return word === undefined ? verdict : `${verdict}\n\n${word}`;
    }
    return [
      remark
        ? `I kept ${remark.name}’s line “${excerpt(remark.text, 80)}” and tightened what follows it:`
        : `I tightened the text about ${topicOf(task)}:`,
      `> The ${first} comes first, because everything else leans on it. The ${second} follows in one sentence. ` +
        `Then it stops, and the reader is trusted with the rest.`,
      `Cut: two adverbs, one sentence that said the same again. Asked of the author: is “${second}” the word you mean?`,
    ].join('\n\n');
  },
};
