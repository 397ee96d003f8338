import { expect, it } from '@jest/globals';
import type { Citation } from '../../../../workflows/domain/knowledge/citations.ts';
import { markdownHtml } from './markdownHtml.ts';
import { withCitations } from './withCitations.ts';

const known = (mark: number, title = 'Handbook'): Citation => ({
  mark,
  passage: {
    entryIds: ['e'],
    collectionId: 'c',
    documentId: 'd',
    documentVersion: 2,
    title,
    source: 'handbook.pdf',
    startOffset: 10,
    endOffset: 20,
    page: 3,
    headingPath: ['Leave'],
  },
});
const words = {
  passage: (number: number, place: string) => `${String(number)}: ${place}`,
  page: (page: number) => `page ${String(page)}`,
  unknown: 'none',
};
const html = (text: string, ...citations: Citation[]) => withCitations(markdownHtml(text), citations, words);

it('makes a mark a link to the cited place in the cited version', () => {
  expect(html('Thirty days [1].', known(1))).toBe(
    '<p>Thirty days <a class="citation" href="/knowledge/c/documents/d?version=2&#38;from=10&#38;to=20" ' +
      'title="1: Handbook · page 3 · Leave" aria-label="1: Handbook · page 3 · Leave">[1]</a>.</p>\n',
  );
});

it('shows a mark that names no passage as such, and leaves what is not a citation', () => {
  expect(html('Thirty [9] days [2].', known(1), { mark: 9, passage: null })).toBe(
    '<p>Thirty <span class="citation-unknown" title="none">[9]</span> days [2].</p>\n',
  );
});

it('accepts several marks in one pair of brackets', () => {
  expect(html('Both [1, 2].', known(1), known(2)).match(/<a /g)).toHaveLength(2);
});

it.each(['All [1-2].', '都有【1、2】。', 'All 【1†a】【2†b】.'])(
  'accepts the forms that models write: %s',
  (text) => {
    expect(html(text, known(1), known(2)).match(/<a [^>]*>\[\d\]/g)).toHaveLength(2);
  },
);

it.each(['`list[1]`', '```\nlist[1]\n```', '[the [1] link](https://example.com)'])(
  'leaves %j as it is',
  (text) => {
    expect(html(text, known(1))).toBe(markdownHtml(text));
  },
);

it('changes nothing when it runs a second time', () => {
  const citations = [known(1), { mark: 9, passage: null }];
  const once = withCitations(markdownHtml('A [1] and [9].'), citations, words);
  expect(withCitations(once, citations, words)).toBe(once);
});

it('keeps the title of a document inside its attribute', () => {
  expect(html('A [1].', known(1, '"><script>alert(1)</script>'))).not.toMatch(/<script/);
});
