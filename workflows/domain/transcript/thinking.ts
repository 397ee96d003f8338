/** What an answer says, and what its model thought first. */
export interface Spoken {
  thought: string | null;
  text: string;
}

/** How families mark their thoughts where a server leaves them in the text. */
const MARKS: readonly { begin: string; end: string }[] = [
  // DeepSeek R1, Qwen, GLM, MiniMax and many others
  { begin: '<think>', end: '</think>' },
  { begin: '<thinking>', end: '</thinking>' },
  { begin: '<thought>', end: '</thought>' },
  { begin: '<seed:think>', end: '</seed:think>' },
  // Magistral
  { begin: '[THINK]', end: '[/THINK]' },
  // Kimi
  { begin: '◁think▷', end: '◁/think▷' },
  // OpenThinker, Sky-T1
  { begin: '<|begin_of_thought|>', end: '<|end_of_thought|>' },
];

/**
 * Removes the thinking at the beginning of an answer, for every model family. Later marks are part of the answer. For
 * the R1 family, text before the first thought is removed too, as in AutoGen.
 *
 * @param isCut whether the answer was cut: an unfinished thought is then all that there is
 */
export function spokenOf(text: string, family: string, isCut = false): Spoken {
  if (family === 'r1') {
    const spoken = asAutogenReadsR1(text);
    if (spoken !== null) return spoken;
  }
  const thoughts: string[] = [];
  let rest = text;
  for (;;) {
    const begun = rest.trimStart();
    const mark = MARKS.find(({ begin }) => begun.startsWith(begin));
    if (mark === undefined) break;
    const end = begun.indexOf(mark.end);
    if (end === -1) {
      if (!isCut) break;
      thoughts.push(begun.slice(mark.begin.length).trim());
      rest = '';
      break;
    }
    thoughts.push(begun.slice(mark.begin.length, end).trim());
    rest = begun.slice(end + mark.end.length);
  }
  if (thoughts.length === 0) return withoutBeginning(text) ?? { thought: null, text };
  const thought = thoughts.filter((each) => each !== '').join('\n\n');
  return { thought: thought === '' ? null : thought, text: rest.trim() };
}

/** AutoGen's `parse_r1_content`; null: there is no thought in it. */
function asAutogenReadsR1(text: string): Spoken | null {
  const start = text.indexOf('<think>');
  const end = text.indexOf('</think>');
  if (start === -1 || end < start) return null;
  return {
    thought: text.slice(start + '<think>'.length, end).trim(),
    text: text.slice(end + '</think>'.length).trim(),
  };
}

/** If the chat template has written the opening mark, the answer has only the closing one, on a line of its own. */
function withoutBeginning(text: string): Spoken | null {
  if (text.includes('<think>')) return null;
  const mark = /(?:^|\n)<\/think>[^\S\n]*(?:\n|$)/.exec(text);
  if (mark === null || text.indexOf('</think>', mark.index + mark[0].length) !== -1) return null;
  const thought = text.slice(0, mark.index).trim();
  return { thought: thought === '' ? null : thought, text: text.slice(mark.index + mark[0].length).trim() };
}
