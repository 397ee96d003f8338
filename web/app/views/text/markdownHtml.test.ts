import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from './markdownBlocks.ts';
import { markdownHtml } from './markdownHtml.ts';
import { plainHtml } from './plainHtml.ts';

/** The text content of HTML, as a browser would show it. */
function textOf(html: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? '');
}

describe('plain text as HTML', () => {
  it('is the text, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(textOf(plainHtml(text))).toBe(text);
      }),
    );
  });

  it('has line-break opportunities in runs without a space, and nowhere else', () => {
    expect(
      plainHtml('x'.repeat(300))
        .split('<wbr>')
        .map(({ length }) => length),
    ).toEqual([120, 120, 60]);
    expect(plainHtml('It rained. '.repeat(50))).not.toContain('<wbr>');
  });
});

describe('Markdown as HTML', () => {
  it('has no elements but those that it makes itself, and no addresses but those of links that a person follows', () => {
    const piece = fc.constantFrom(
      ...[
        '<script>',
        '<img src=x onerror=y>',
        '[a](javascript:b)',
        '![a](http://b "c")',
        '<http://a>',
        '"',
        "'",
      ],
      ...[
        '[a](<http://b" onclick="c>)',
        '`<b>`',
        '**',
        '\n\n',
        '| a |\n|:-:|\n| b |\n',
        'data:text/html,a',
        '&#x3c;b>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = markdownHtml(pieces.join(''));
        expect(html).not.toMatch(
          /<(?!\/?(?:p|a|strong|em|s|code|pre|table|thead|tbody|tr|th|td|div|h\d|ul|ol|li|blockquote|hr|br|wbr)\b)/,
        );
        expect(html).not.toMatch(/<[^>]* (?:on\w+|style|src)=/);
        for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:|mailto:)/i);
      }),
    );
  });

  it('omits nothing that is nested too deep to be rendered', () => {
    expect(markdownHtml(`${'>'.repeat(3_000)} said`)).toContain('said');
  });

  it('shows a text that is too long to be parsed as it is', () => {
    expect(markdownHtml('*a* '.repeat(20_000))).not.toContain('<em>');
  });
});

describe('blocks of a text that is still arriving', () => {
  it('are the text when joined', () => {
    const line = fc.constantFrom('', 'a', '- b', '```', '~~~~', '> c', '    d', '1. e', '| f |');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(blocksOf(lines.join('\n')).join('\n')).toBe(lines.join('\n'));
      }),
    );
  });

  it('keep a fence and a list together', () => {
    expect(blocksOf('One\n\nTwo\n\n```\na\n\nb\n```\n\n- c\n\n- d')).toHaveLength(3);
  });
});
