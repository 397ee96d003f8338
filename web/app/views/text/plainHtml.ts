const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A run this long gets places where a line may break: laying out one of megabytes takes a browser seconds. */
const RUN_CHARACTERS = 120;

/**
 * A text as HTML that shows it as it is, with places to break a line within runs that have none. They are elements, so
 * that a copy of the text has nothing that was not in it.
 *
 * @example plainHtml('a < b') // "a &lt; b"
 */
export function plainHtml(text: string): string {
  let html = '';
  let run = 0;
  // By code points: half a surrogate pair would be shown as two unknown characters.
  for (const character of text) {
    const breaks = character === ' ' || character === '\n' || character === '\t';
    run = breaks ? 0 : run + 1;
    if (run > RUN_CHARACTERS) {
      html += '<wbr>';
      run = 1;
    }
    html += ESCAPED[character] ?? character;
  }
  return html;
}
