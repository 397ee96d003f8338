import {
  type DocumentFormat,
  documentFormats,
  extensionOf,
  formatOfMediaType,
  formatOfName,
} from '../../../workflows/domain/knowledge/documentFormat.ts';
import { declaredEncoding } from './declaredEncoding.ts';
import { decodeText } from './decodeText.ts';
import type { RawDocument } from './parser.ts';
import { RefusedDocument } from './refusedDocument.ts';
import { readZipDirectory } from './zip.ts';

/** What bytes say by themselves: a format, or text whose format its name says; `some_markup` begins with a tag. */
type Told = DocumentFormat | 'some_text' | 'some_markup';

const HEAD_BYTES = 4_096;

/**
 * A document's format, told by its bytes. A name that says another one is refused: whoever brings it believes that it is
 * what it says.
 */
export function tellFormat(document: RawDocument): DocumentFormat {
  const { bytes, name, contentType, isPage } = document;
  if (extensionOf(name) === 'docx' && bytes.toString('latin1', 0, 4) === OLD_OFFICE) {
    throw new RefusedDocument(
      'password',
      'It needs a password, or is of an old Word. Save it as DOCX without a password.',
    );
  }
  const said = (isPage ? null : formatOfName(name)) ?? formatOfMediaType(contentType ?? '');
  const told = settled(tellByBytes(document, said), said, isPage);
  // A page's address may end in anything, and so may a file's name without a known end.
  if (said === null) {
    if (!isPage) refuseUnreadName(name);
    return told === 'some_text' ? 'text' : told;
  }
  if (said === told) return said;
  if (told === 'some_text' && isText(said)) return said;
  // What can be read as text may be called so: a page's source, lines of JSON in a log.
  if (said === 'text' && (told === 'html' || told === 'jsonl')) return isPage ? told : 'text';
  if (isPage) return told === 'some_text' ? 'text' : told;
  // Markdown and CSV may begin as JSON does.
  if (told === 'jsonl' && (said === 'markdown' || said === 'csv')) return said;
  throw new RefusedDocument(
    'other_format',
    `Its name says ${documentFormats[said].title}, but it is ${told === 'some_text' ? 'text' : documentFormats[told].title}. ` +
      'Give it the name of what it is.',
  );
}

/** Text that is said to be HTML is, where it begins like a part of a page; of a page its server's word is enough. */
function settled(told: Told, said: DocumentFormat | null, isPage: boolean): DocumentFormat | 'some_text' {
  if (said === 'html' && (told === 'some_markup' || (isPage && told === 'some_text'))) return 'html';
  return told === 'some_markup' ? 'some_text' : told;
}

function isText(format: DocumentFormat): boolean {
  return format === 'text' || format === 'markdown' || format === 'csv';
}

function tellByBytes({ bytes, contentType }: RawDocument, said: DocumentFormat | null): Told {
  const head = bytes.subarray(0, HEAD_BYTES);
  const latin = head.toString('latin1');
  // Some writers put a line before it; readers look for it in the first kilobyte.
  if (latin.slice(0, 1_024).includes('%PDF-')) return 'pdf';
  if (latin.startsWith('PK\x03\x04')) return tellZip(bytes);
  for (const { begins, is } of NOT_READ) if (latin.startsWith(begins)) throw notRead(is);
  const isWhole = bytes.length <= HEAD_BYTES;
  const text = decodeText(head, { declared: declaredEncoding(bytes, contentType), isBeginning: !isWhole });
  const start = text.replace(/^\uFEFF/, '').replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return 'html';
  if (/^<(?:!|[a-z][a-z\d-]*[\s/>])/i.test(start)) return 'some_markup';
  return isJsonLine(start, isWhole, said) ? 'jsonl' : 'some_text';
}

/**
 * Whether the first line that has anything is an object of JSON, or a list where lines of JSON are what it is said to be; of a
 * longer one its beginning is looked at.
 */
function isJsonLine(text: string, isWhole: boolean, said: DocumentFormat | null): boolean {
  const first = text.split('\n', 1)[0] ?? '';
  const isObject = /^\{\s*(?:"|\}\s*$)/.test(first);
  if (!isObject && !(said === 'jsonl' && first.startsWith('['))) return false;
  const isCut = !isWhole && first.length === text.length;
  return isCut || parses(first);
}

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function tellZip(bytes: Buffer): DocumentFormat {
  const names = new Set(readZipDirectory(bytes).map(({ name }) => name));
  // Some of Word's writers number it.
  if ([...names].some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx';
  if (names.has('xl/workbook.xml')) throw notRead('an Excel workbook; save its sheets as CSV');
  if (names.has('ppt/presentation.xml')) throw notRead('a PowerPoint presentation; save it as PDF');
  if (names.has('content.xml')) throw notRead('an OpenDocument file; save it as DOCX or PDF');
  if (names.has('META-INF/container.xml')) throw notRead('an EPUB book; convert it to PDF or HTML');
  throw notRead('an archive; unpack it and bring the documents in it');
}

/** How documents of Office before 2007 begin; newer ones with a password lie in the same container. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0';

const NOT_READ = [
  { begins: OLD_OFFICE, is: 'an old or encrypted Office document; save it as DOCX without a password' },
  { begins: '{\\rtf', is: 'RTF; save it as DOCX or PDF' },
  { begins: '\x89PNG', is: 'a picture' },
  { begins: '\xff\xd8\xff', is: 'a picture' },
  { begins: 'GIF8', is: 'a picture' },
  { begins: '\x1f\x8b', is: 'packed (gzip); unpack it first' },
  { begins: 'BZh', is: 'packed (bzip2); unpack it first' },
  { begins: '7z\xbc\xaf', is: 'an archive (7z); unpack it first' },
  { begins: '\x7fELF', is: 'a program' },
  { begins: 'MZ\x90', is: 'a program' },
] as const;

const READ = Object.values(documentFormats)
  .flatMap(({ extensions }) => extensions.slice(0, 1))
  .join(', ');

function notRead(is: string): RefusedDocument {
  return new RefusedDocument('unknown_format', `It is ${is}. What is read: ${READ}.`);
}

/** A name whose end says something that is not read. */
function refuseUnreadName(name: string): void {
  const extension = extensionOf(name);
  if (!/^(?:xlsx?|pptx?|doc|rtf|odt|ods|odp|epub|png|jpe?g|gif|webp|svg|zip|gz|tar|7z|exe)$/.test(extension))
    return;
  throw new RefusedDocument(
    'unknown_format',
    `Files that end in ".${extension}" are not read. What is read: ${READ}.`,
  );
}
