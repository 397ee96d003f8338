import { saidEncoding } from '../declaredEncoding.ts';
import { decodeText } from '../decodeText.ts';
import type { ParseLimits } from '../limits.ts';
import type { DocumentParser } from '../parser.ts';
import { RefusedDocument } from '../refusedDocument.ts';
import { TextBuilder } from '../textBuilder.ts';
import { titleOfName } from '../titleOfName.ts';

/** JSON lines: one block a line, written as lines "name: value", those of inner objects as "outer.name: value". */
export const parseJsonLines: DocumentParser = (document, limits) => {
  const builder = new TextBuilder(limits);
  for (const [index, line] of decodeText(document.bytes, { declared: saidEncoding(document.contentType) })
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    builder.add('row', asLines(parseLine(line, index + 1), index + 1, limits));
  }
  const { text, blocks, pageOffsets } = builder;
  return Promise.resolve({ title: titleOfName(document.name), text, blocks, pageOffsets });
};

function parseLine(line: string, number: number): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return LOSSY_NUMBER.test(line) ? JSON.parse(withNumbersAsWritten(line)) : value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RefusedDocument('broken', `Line ${String(number)} is not JSON: ${error.message}.`, {
      cause: error,
    });
  }
}

/** Digits that may be lost: those of a fraction, an exponent, a number beyond 2^53. */
const LOSSY_NUMBER = /\d[.eE]|\d{16}|-0/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** JSON with its numbers as texts, where JavaScript would write them otherwise: a passage says what its document says. */
function withNumbersAsWritten(line: string): string {
  return line.replace(STRING_OR_NUMBER, (written) =>
    written.startsWith('"') || String(Number(written)) === written ? written : `"${written}"`,
  );
}

/** Without recursion: no nesting overflows a stack. */
function asLines(value: unknown, number: number, { mostNesting }: ParseLimits): string {
  const lines: string[] = [];
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { path, depth } = each;
    if (depth > mostNesting) {
      throw new RefusedDocument(
        'too_deep',
        `Line ${String(number)} has values within more than ${String(mostNesting)} others.`,
      );
    }
    if (typeof each.value === 'object' && each.value !== null) {
      const isList = Array.isArray(each.value);
      const inner = Object.entries(each.value).map(([name, child]: [string, unknown]) => ({
        value: child,
        path: isList ? path : path === '' ? name : `${path}.${name}`,
        depth: depth + 1,
      }));
      open.push(...inner.reverse());
    } else if (each.value !== null && each.value !== '') {
      const words = typeof each.value === 'string' ? each.value : JSON.stringify(each.value);
      lines.push(path === '' ? words : `${path}: ${words}`);
    }
  }
  return lines.join('\n');
}
