/**
 * The start of a line that may continue what precedes a blank line: a list item, a quotation, a table, indented text.
 */
const GOES_ON = /^(?:\s|[-*+>|]|\d{1,9}[.)])/;
const FENCE = /^ {0,3}(```+|~~~+)/;

/**
 * Splits Markdown, in one pass, into blocks that can be parsed one by one: at blank lines, but not inside a fence,
 * and not before a line that may continue the previous block.
 *
 * @example blocksOf('One\n\nTwo') // ['One\n', 'Two']
 */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let afterBlank = false;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null && afterBlank && line !== '' && !GOES_ON.test(line)) {
      blocks.push(block.join('\n'));
      block = [];
    }
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
    }
    afterBlank = line.trim() === '';
    block.push(line);
  }
  blocks.push(block.join('\n'));
  return blocks;
}
