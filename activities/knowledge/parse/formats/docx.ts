import mammoth from 'mammoth';
import { readHtml } from '../htmlBlocks.ts';
import type { DocumentParser } from '../parser.ts';
import { RefusedDocument } from '../refusedDocument.ts';
import { titleOfName } from '../titleOfName.ts';
import { checkUnpackedSize, readZipDirectory } from '../zip.ts';

/** DOCX: the paragraphs, lists and tables of the document, by its styles. Pictures are left out. */
export const parseDocx: DocumentParser = async ({ bytes, name }, limits) => {
  await checkUnpackedSize(bytes, readZipDirectory(bytes), limits.mostUnpackedBytes);
  const { builder } = readHtml(await htmlOf(bytes), limits);
  const { text, blocks, pageOffsets } = builder;
  const first = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  return { title: first ? text.slice(first.start, first.end) : titleOfName(name), text, blocks, pageOffsets };
};

async function htmlOf(bytes: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        // A document may name files and addresses; none is opened.
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      },
    );
    return value;
  } catch (error) {
    if (error instanceof RangeError) {
      throw new RefusedDocument('too_deep', 'Its parts lie too deeply within one another.', { cause: error });
    }
    throw new RefusedDocument('broken', `Word's format is damaged in it: ${wordsOf(error)}. Save it again.`, {
      cause: error,
    });
  }
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
}
