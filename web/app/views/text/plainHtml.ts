const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A run longer than this gets line-break opportunities: laying out one of megabytes takes a browser seconds. */
const RUN_CHARACTERS = 120;

/**
 * A text as HTML that shows it as it is, with line-break opportunities in runs that have none. They are elements, so
 * a copy of the text contains nothing that was not in it.
 *
 * @example plainHtml('a < b') // "a &lt; b"
 */
export function plainHtml(text: string): string {
  let html = '';
  let run = 0;
  // By code points: half of a surrogate pair would be displayed as an unknown character.
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
