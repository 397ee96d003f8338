/** How a line begins that goes on with what stood before a blank line: a list's item, a quotation, a table, what is indented. */
const GOES_ON = /^(?:\s|[-*+>|]|\d{1,9}[.)])/;
const FENCE = /^ {0,3}(```+|~~~+)/;

/**
 * A text of Markdown in blocks that can be read one by one, in one pass: it is parted at blank lines, but not within a
 * fence, and not before a line that may belong to what stood before.
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
