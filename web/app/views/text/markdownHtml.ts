import MarkdownIt from 'markdown-it';
import { plainHtml } from './plainHtml.ts';

/** Longer text is not parsed as Markdown: some constructs take quadratic time. */
const MOST_CHARACTERS = 16_000;
/** Lists and quotations nested in one another. */
const MOST_NESTING = 40;

const markdown = new MarkdownIt({ html: true, linkify: true, breaks: false });
markdown.set({ maxNesting: MOST_NESTING });
// Our rule alone decides what becomes a link; anything else stays text.
markdown.validateLink = (url) => /^(https?:|mailto:)/i.test(url.trim());

const { rules } = markdown.renderer;
rules.html_block = () => '';
rules.html_inline = () => '';
// An image in a model's text is a request to whatever address it names, so it becomes a link that a person may
// follow.
rules.image = (tokens, index) => {
  const token = tokens[index];
  const href = String(token?.attrGet('src') ?? '');
  const words = plainHtml(`[image: ${token?.content || 'without a description'}]`);
  return `<a href="${plainAttribute(href)}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;
};
rules.link_open = (tokens, index) => {
  const href = String(tokens[index]?.attrGet('href') ?? '');
  return `<a href="${plainAttribute(href)}" target="_blank" rel="noopener noreferrer nofollow">`;
};
rules.text = (tokens, index) => plainHtml(tokens[index]?.content ?? '');
rules.code_inline = (tokens, index) => `<code>${plainHtml(tokens[index]?.content ?? '')}</code>`;
rules.fence = (tokens, index) => codeBlock(tokens[index]?.content ?? '');
rules.code_block = (tokens, index) => codeBlock(tokens[index]?.content ?? '');
rules.table_open = () => '<div class="markdown-table" tabindex="0" role="group" aria-label="Table"><table>';
rules.table_close = () => '</table></div>';
// No style attribute: a strict policy refuses it.
for (const cell of ['th', 'td']) rules[`${cell}_open`] = () => `<${cell}>`;
// A message is displayed below the page's own headings.
for (const edge of ['heading_open', 'heading_close']) {
  rules[edge] = (tokens, index) => {
    const { tag = 'h1', nesting = 1 } = tokens[index] ?? {};
    const level = String(Math.min(Number(tag.slice(1)) + 2, 6));
    return nesting === 1 ? `<h${level}>` : `</h${level}>\n`;
  };
}

function codeBlock(code: string): string {
  return `<pre tabindex="0"><code>${plainHtml(code)}</code></pre>\n`;
}

function plainAttribute(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/**
 * A model's Markdown as HTML. It loads nothing from elsewhere, contains none of the text's own HTML, and its links
 * open in a new tab without sending a referrer. A text that is too long, or that the parser gives up on, is shown as
 * it is.
 */
export function markdownHtml(text: string): string {
  if (text.length > MOST_CHARACTERS * 2) return asItIs(text);
  try {
    const environment = {};
    const tokens = markdown.parse(text, environment);
    // The parser leaves out anything nested deeper.
    if (tokens.some(({ level }) => level >= MOST_NESTING - 1)) return asItIs(text);
    return markdown.renderer.render(tokens, markdown.options, environment);
  } catch {
    return asItIs(text);
  }
}

/** The text as it was written, if it can't be parsed as Markdown. */
export function asItIs(text: string): string {
  return `<p class="as-it-is">${plainHtml(text)}</p>`;
}
