import { describe, expect, it } from '@jest/globals';
import {
  makeDocx,
  makePdf,
  makePdfBomb,
  makeZip,
  wordParagraph,
  wordTable,
} from '../../../test/support/documents.ts';
import type { ParsedDocument } from '../../../workflows/domain/knowledge/parsedDocument.ts';
import { createDocumentReader } from './documentReader.ts';
import { PARSE_LIMITS, type ParseLimits } from './limits.ts';
import type { ReadDocument } from './protocol.ts';
import { RefusedDocument } from './refusedDocument.ts';

interface Options {
  limits?: Partial<ParseLimits>;
  contentType?: string | null;
  isPage?: boolean;
  signal?: AbortSignal;
}

async function* parts(bytes: Buffer, size = 1 << 20) {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    await Promise.resolve();
  }
}

function read(name: string, content: Buffer | string, options: Options = {}): Promise<ReadDocument> {
  const { limits = {}, contentType = null, isPage = false, signal = new AbortController().signal } = options;
  const reader = createDocumentReader({ ...PARSE_LIMITS, ...limits });
  return reader({ name, contentType, isPage, bytes: parts(Buffer.from(content)) }, signal);
}

async function refusalOf(reading: Promise<unknown>): Promise<[string, string]> {
  try {
    await reading;
    return ['none', ''];
  } catch (error) {
    if (!(error instanceof RefusedDocument)) throw error;
    return [error.refusal, error.message];
  }
}

const outline = ({ blocks, text }: ParsedDocument) =>
  blocks.map(({ kind, start, end, headingPath, page }) => [
    kind,
    text.slice(start, end),
    ...(page === undefined ? [] : [page]),
    ...(headingPath.length > 0 ? [headingPath.join(' > ')] : []),
  ]);

function utf16(text: string, isBigEndian = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

/** "员工手册：请假须提前三天申请。" in GB18030. */
const CHINESE = '员工手册：请假须提前三天申请。';
const CHINESE_GB18030 = Buffer.from('d4b1b9a4cad6b2e1a3bac7ebbcd9d0ebcce1c7b0c8fdccecc9eac7eba1a3', 'hex');

describe('a document is read by what it is', () => {
  it('Markdown: headings, lists, tables and code where they stand', async () => {
    const source =
      '---\ntitle: "Leave"\n---\n\n# One *two*\n\npara\nmore\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nx\n\ny\n```\n\n## Sub\n\ntext\n\n[x]: http://y\n';
    const { format, document } = await read('leave.md', source);
    expect(format).toBe('markdown');
    expect(document.title).toBe('Leave');
    expect(document.text).toBe(source);
    expect(outline(document)).toEqual([
      ['paragraph', '---\ntitle: "Leave"\n---'],
      ['heading', '# One *two*'],
      ['paragraph', 'para\nmore', 'One two'],
      ['list', '- a\n  - b', 'One two'],
      ['table', '| a | b |\n|---|---|\n| 1 | 2 |', 'One two'],
      ['code', '```js\nx\n\ny\n```', 'One two'],
      ['heading', '## Sub', 'One two'],
      ['paragraph', 'text', 'One two > Sub'],
      ['paragraph', '[x]: http://y', 'One two > Sub'],
    ]);
    const header = document.blocks.find(({ kind }) => kind === 'table')?.header;
    expect(document.text.slice(header?.start, header?.end)).toBe('| a | b |\n|---|---|');
  });

  it('HTML: what is shown, without scripts, styles and what is hidden', async () => {
    const { document } = await read(
      'page.html',
      '<!doctype html><html lang="de"><head><title>T &amp; x</title><style>p{}</style></head><body><h1>One</h1>' +
        '<p hidden>ignore me</p><script>alert(1)</script><p>Hello <b>world</b>\n again</p><ul><li>a<ul><li>b</ul><li>c</ul>' +
        '<table><tr><th>A<th>B<tr><td>1<td></td></table><pre>x\n  y</pre>tail',
    );
    expect(document).toMatchObject({ title: 'T & x', language: 'de' });
    expect(outline(document)).toEqual([
      ['heading', 'One'],
      ['paragraph', 'Hello world again', 'One'],
      ['list', '- a\n  - b\n- c', 'One'],
      ['table', 'A | B\n1 |', 'One'],
      ['code', 'x\n  y', 'One'],
      ['paragraph', 'tail', 'One'],
    ]);
  });

  it('a page from the web: without what stands around its text', async () => {
    const article = 'Leave is asked for three days before, in writing, with the reason. '.repeat(12);
    const { document } = await read(
      'https://example.com/leave',
      `<html><head><title>Leave</title></head><body><nav><a href=/>Home</a><a href=/a>About us</a></nav>` +
        `<div class="sidebar">Subscribe now</div><article><h2>Rules</h2><p>${article}</p><p>${article}</p></article><footer>Imprint</footer></body></html>`,
      { isPage: true, contentType: 'text/html; charset=utf-8' },
    );
    expect(document.title).toBe('Leave');
    expect(document.text).toContain('three days before');
    expect(document.text).not.toMatch(/About us|Subscribe|Imprint/);
  });

  it.each([
    [
      'without a body',
      '<html><title>Leave</title><nav>Menu</nav><article><p>TEXT</p></article></html>',
      /^Leave is/,
    ],
    ['of nothing but words', 'TEXT', /^Leave is/],
  ])('a page %s is read too', async (_what, page, beginning) => {
    const words = 'Leave is asked for three days before, in writing. '.repeat(12);
    const reading = read('https://example.com/leave', page.replace('TEXT', words), {
      isPage: true,
      contentType: 'text/html',
    });
    expect((await reading).document.text).toMatch(beginning);
  });

  it.each<[string, string, Options]>([
    ['a file without its outer elements', 'a.html', {}],
    ['a page without them', 'https://example.com/a', { isPage: true, contentType: 'text/html' }],
  ])('HTML: %s', async (_what, name, options) => {
    const { format, document } = await read(name, '<title>T</title><h1>One</h1><p>Two.', options);
    expect(format).toBe('html');
    expect(document.title).toBe('T');
    expect(document.text).toBe('One\n\nTwo.');
  });

  it('HTML: lists within cells, items of paragraphs, and nothing that a style hides', async () => {
    const { document } = await read(
      'page.html',
      '<!doctype html><html><title>Real</title><body><svg><title>Logo</title></svg>' +
        '<table><tr><th>A<th>B<tr><td>Before<ul><li>one<li>two</ul>after<td>x</table>' +
        '<ol><li><p>first</p><p>more</p></li><li></li><li>third</ol>' +
        '<p style="display: none">ignore me</p><div style="color:red;Visibility:hidden"><p>and me</div><p>end',
    );
    expect(document.title).toBe('Real');
    expect(outline(document)).toEqual([
      ['table', 'A | B\nBefore - one - two after | x'],
      ['list', '1. first\nmore\n3. third'],
      ['paragraph', 'end'],
    ]);
  });

  it('HTML in the encoding that it says, as the server says it, and not in UTF-16 where one can read that', async () => {
    const japanese = Buffer.from('93fa967b8cea82cc95b68f91', 'hex');
    const page = (head: string, words: Buffer) =>
      Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>`), words]);
    const bySelf = await read('a.html', page('<meta charset="Shift_JIS">', japanese));
    expect(bySelf.document.text).toBe('日本語の文書');
    const contentType = 'text/html; charset=Shift_JIS';
    const byServer = await read('https://example.com/a', page('', japanese), { isPage: true, contentType });
    expect(byServer.document.text).toBe('日本語の文書');
    const utf16 = '<meta http-equiv="Content-Type" content="text/html; charset=UTF-16">';
    for (const words of ['even', 'odd'])
      expect((await read('a.html', page(utf16, Buffer.from(words)))).document.text).toBe(words);
  });

  it('PDF: pages, paragraphs that go over lines, divided words, headings by their size', async () => {
    const pages = [
      [
        { words: 'Leave rules', height: 20 },
        { words: '' },
        { words: 'First line of a para-' },
        { words: 'graph goes on here.' },
        { words: '' },
        { words: 'Second paragraph.' },
      ],
      [{ words: 'On page two.' }],
    ];
    const { format, document } = await read('rules.pdf', makePdf(pages, { title: 'Rules' }));
    expect(format).toBe('pdf');
    expect(document.title).toBe('Rules');
    expect(outline(document)).toEqual([
      ['heading', 'Leave rules', 1],
      ['paragraph', 'First line of a paragraph goes on here.', 1, 'Leave rules'],
      ['paragraph', 'Second paragraph.', 1, 'Leave rules'],
      ['paragraph', 'On page two.', 2, 'Leave rules'],
    ]);
    expect(document.pageOffsets.map((offset) => document.text.slice(offset, offset + 5))).toEqual([
      'Leave',
      'On pa',
    ]);
  });

  it('DOCX: headings by their styles, and tables', async () => {
    const body =
      wordParagraph('Handbook', 'Heading1') +
      wordParagraph('Hello there.') +
      wordTable([
        ['Name', 'Days'],
        ['Ann', '3'],
      ]) +
      wordParagraph('Leave', 'Heading2') +
      wordParagraph('More.');
    const { format, document } = await read('handbook.docx', makeDocx(body));
    expect(format).toBe('docx');
    expect(document.title).toBe('Handbook');
    expect(outline(document)).toEqual([
      ['heading', 'Handbook'],
      ['paragraph', 'Hello there.', 'Handbook'],
      ['table', 'Name | Days\nAnn | 3', 'Handbook'],
      ['heading', 'Leave', 'Handbook'],
      ['paragraph', 'More.', 'Handbook > Leave'],
    ]);
  });

  it('CSV: rows, each with where its columns are named', async () => {
    const { document } = await read('people.csv', 'name;age\n"Ann; B";3\n\nBob;"4\n5"\n');
    expect(outline(document)).toEqual([
      ['row', 'name;age'],
      ['row', '"Ann; B";3'],
      ['row', 'Bob;"4\n5"'],
    ]);
    expect(document.blocks.map(({ header }) => header)).toEqual([
      undefined,
      { start: 0, end: 8 },
      { start: 0, end: 8 },
    ]);
  });

  it.each([
    ['a separator that its first line names', 'sep=;\nname;age\nx;3\n'],
    ['a name of two lines', '"na\nme";age\n"x";3\ny;4\n'],
    ['rows that end in different ways', 'name;age\r\n"x";3\n"y";4\r\nz;"5"\r\n'],
    ['rows that end with a carriage return', 'name;age\rx;3\r'],
  ])('CSV with %s', async (_what, source) => {
    const { document } = await read('people.csv', source);
    const rows = source.replace(/^sep=;\n/, '').match(/(?:"[^"]*"|[^\r\n])+/g);
    expect(outline(document)).toEqual(rows?.map((row) => ['row', row]));
  });

  it('DOCX whose document is numbered', async () => {
    const files = [
      {
        name: '_rels/.rels',
        content:
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document2.xml"/></Relationships>',
      },
      {
        name: 'word/document2.xml',
        content: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph('Hello')}</w:body></w:document>`,
      },
    ];
    expect((await read('a.docx', makeZip(files))).document.text).toBe('Hello');
  });

  it('JSON lines: numbers as they are written, and lists', async () => {
    const { document } = await read(
      'log.jsonl',
      '["x",1]\n{"id":12345678901234567890,"big":1e400,"price":1.50,"key\\"1.0":"2.0","zero":-0,"n":7}\r\n',
    );
    expect(outline(document)).toEqual([
      ['row', 'x\n1'],
      ['row', 'id: 12345678901234567890\nbig: 1e400\nprice: 1.50\nkey"1.0: 2.0\nzero: -0\nn: 7'],
    ]);
  });

  it('JSON lines: names and values', async () => {
    const { format, document } = await read(
      'log.jsonl',
      '{"a":1,"b":{"c":["x","y"]},"d":null}\n\n{"a":"\\u4e2d"}\n',
    );
    expect(format).toBe('jsonl');
    expect(outline(document)).toEqual([
      ['row', 'a: 1\nb.c: x\nb.c: y'],
      ['row', 'a: 中'],
    ]);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${CHINESE}`)],
    ['UTF-16 with a mark', utf16(`\uFEFF${CHINESE}`)],
    ['UTF-16, the other way round', utf16(`\uFEFF${CHINESE}`, true)],
    ['GB18030', CHINESE_GB18030],
    ['GB18030 in one long line', Buffer.concat(Array.from({ length: 1_000 }, () => CHINESE_GB18030))],
    [
      'GB18030 in one long line after a letter of one byte',
      Buffer.concat([Buffer.from('A'), ...Array.from({ length: 1_000 }, () => CHINESE_GB18030)]),
    ],
  ])('%s is told by its bytes', async (_name, bytes) => {
    const { document } = await read('handbook.txt', bytes);
    expect(document.text.replaceAll(CHINESE, '').replace('A', '')).toBe('');
    expect(document.text).toContain(CHINESE);
    expect(document.language).toBe('zh');
  });

  it.each([
    [
      'UTF-16 without a mark',
      utf16('Leave is asked for three days before.'),
      'Leave is asked for three days before.',
    ],
    [
      'Windows-1252',
      Buffer.from('Der K\xfcnstler l\xf6scht sch\xf6n', 'latin1'),
      'Der Künstler löscht schön',
    ],
  ])('%s too', async (_name, bytes, text) => {
    expect((await read('a.txt', bytes)).document.text).toBe(text);
  });

  it.each([
    ['a NUL', 'a.txt', 'One\0two three four five six seven eight nine ten eleven twelve', 'One\uFFFDtwo'],
    [
      'half of a surrogate pair in UTF-8',
      'a.txt',
      Buffer.from('One\xed\xa0\x80two', 'latin1'),
      'One\uFFFDtwo',
    ],
    ['half of a surrogate pair', 'a.jsonl', '{"a":"One\\ud800two"}', 'a: One\uFFFDtwo'],
    ['a NUL in HTML', 'a.html', '<html><body>One&#0;two', 'One\uFFFDtwo'],
  ])('%s becomes a character that can be stored', async (_name, name, content, beginning) => {
    const { text } = (await read(name, content)).document;
    expect(text.startsWith(beginning)).toBe(true);
    expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
  });

  it('Markdown within a hundred thousand quotations is read as the text that it is', async () => {
    const { document } = await read('deep.md', `${'>'.repeat(100_000)} x`);
    expect(document.text).toHaveLength(100_002);
    expect(document.blocks).toHaveLength(1);
  });
});

const encryptedContainer = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const picture = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const megabytes = (count: number, letter = ' ') => Buffer.alloc(count * 2 ** 20, letter);
const nestedWord = (depth: number) =>
  `${'<w:sdt><w:sdtContent>'.repeat(depth)}${wordParagraph('x')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`;
const docx = makeDocx(wordParagraph('Hello'));

it.each<[string, string, string, Buffer | string, RegExp, Options?]>([
  ['nothing', 'empty', 'a.pdf', '', /no bytes/],
  ['white space', 'no_text', 'a.txt', ' \n\n ', /no text/],
  ['a CSV without rows', 'no_text', 'a.csv', '\n', /no text/],
  ['a broken PDF', 'broken', 'a.pdf', makePdf([[{ words: 'abc' }]]).subarray(0, 200), /damaged/],
  [
    'a PDF with a password',
    'password',
    'a.pdf',
    makePdf([[{ words: 'x' }]], { encrypted: true }),
    /password/,
  ],
  ['a scan', 'no_text', 'a.pdf', makePdf([[]]), /OCR/],
  ['200 MB', 'too_large', 'a.txt', megabytes(200, 'a'), /more than 64 MiB/],
  [
    'a DOCX that says what it unpacks to',
    'inflates',
    'a.docx',
    makeDocx(wordParagraph('x'), [{ name: 'word/media/a.bin', content: megabytes(300) }]),
    /unpacks to more than 256 MiB/,
  ],
  [
    'a DOCX that says something else',
    'inflates',
    'a.docx',
    makeDocx(wordParagraph('x'), [{ name: 'word/media/a.bin', content: megabytes(300), saidBytes: 10 }]),
    /unpacks to more than 256 MiB/,
  ],
  ['a DOCX that is cut off', 'broken', 'a.docx', docx.subarray(0, docx.length - 60), /damaged/],
  [
    'a DOCX of no XML',
    'broken',
    'a.docx',
    makeZip([{ name: 'word/document.xml', content: 'no' }]),
    /damaged/,
  ],
  ['a DOCX with a password', 'password', 'a.docx', encryptedContainer, /password/],
  ['a DOCX nested deeply', 'too_deep', 'a.docx', makeDocx(nestedWord(20_000)), /./],
  ['a workbook', 'unknown_format', 'a.xlsx', makeZip([{ name: 'xl/workbook.xml', content: '' }]), /Excel/],
  ['a picture', 'unknown_format', 'a.png', picture, /picture/],
  ['an archive', 'unknown_format', 'a.zip', makeZip([{ name: 'a.txt', content: 'x' }]), /archive/],
  ['bytes of no text', 'unknown_format', 'a.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 0, 1, 2]), /not text/],
  ['a DOCX that is called PDF', 'other_format', 'a.pdf', docx, /says PDF, but it is a Word document/],
  ['text that is called PDF', 'other_format', 'a.pdf', 'Hello there.', /says PDF, but it is text/],
  [
    'a PDF that is called text',
    'other_format',
    'a.txt',
    makePdf([[{ words: 'x' }]]),
    /says plain text, but it is PDF/,
  ],
  ['HTML that is called CSV', 'other_format', 'a.csv', '<!doctype html><html>', /says CSV, but it is HTML/],
  ['text that is called JSON lines', 'other_format', 'a.jsonl', 'Hello', /says JSON lines/],
  ['JSON lines with a broken one', 'broken', 'a.jsonl', '{"a":1}\n{"a":', /Line 2 is not JSON/],
  ['HTML nested deeply', 'too_deep', 'a.html', `<html>${'<div>'.repeat(100_000)}x`, /more than 500/],
  [
    'JSON nested deeply',
    'too_deep',
    'a.jsonl',
    `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
    /more than 500/,
  ],
  ['a CSV of a million columns', 'too_wide', 'a.csv', 'a,'.repeat(1_000_000), /1,000,001 columns/],
  ['a CSV with a quotation left open', 'broken', 'a.csv', 'a,b\n"x,1\ny,2\n', /quotation mark/],
  [
    'an encoding that nobody can tell',
    'unknown_encoding',
    'a.txt',
    Buffer.from('8190a0b0c0d0e0f0ff81', 'hex'),
    /UTF-8/,
  ],
  [
    'a text that is too long',
    'too_much_text',
    'a.txt',
    'x'.repeat(200),
    /more than 100/,
    { limits: { mostCharacters: 100 } },
  ],
  [
    'a text of too many pieces',
    'too_much_text',
    'a.csv',
    'a\n'.repeat(99),
    /more than 10/,
    { limits: { mostBlocks: 10 } },
  ],
  [
    'an answer that is too long',
    'too_much_text',
    'a.txt',
    'x'.repeat(9_000),
    /too much/,
    { limits: { mostAnswerBytes: 1_000 } },
  ],
  [
    'a PDF that unpacks without end',
    'too_much_memory',
    'a.pdf',
    makePdfBomb(2 ** 30),
    /memory/,
    { limits: { residentBytes: 400 * 2 ** 20 } },
  ],
  ['what takes too long', 'too_slow', 'a.txt', 'x', /longer than 0.01 s/, { limits: { timeoutMs: 10 } }],
])('%s is refused: %s', async (_what, refusal, name, content, words, options = {}) => {
  const [told, message] = await refusalOf(read(name, content, options));
  expect([told, message]).toEqual([refusal, expect.stringMatching(words)]);
});

it('a reading that is given up ends with its reason', async () => {
  const given = new AbortController();
  const reading = read('a.txt', 'x', { signal: given.signal });
  given.abort(new Error('given up'));
  await expect(reading).rejects.toThrow('given up');
});
