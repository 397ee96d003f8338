import { RefusedDocument } from './refusedDocument.ts';

/**
 * The text of a file: by its byte order mark, by what it says itself (`declared`: a name as in "charset=…"), or by its bytes:
 * UTF-8, UTF-16, GB18030 and Windows-1252 are told from one another, all else is refused. Control characters make no text.
 */
export function decodeText(bytes: Buffer, declared: string | null = null): string {
  const text = decodeMarked(bytes) ?? decodeDeclared(bytes, declared) ?? decodeGuessed(bytes);
  if (text === null) {
    throw new RefusedDocument(
      'unknown_encoding',
      'Its characters are in an encoding that could not be told. Save it as UTF-8.',
    );
  }
  if (isBinary(text)) {
    throw new RefusedDocument('unknown_format', 'It is not text: it is full of control characters.');
  }
  return text;
}

function decodeMarked(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 3).toString('hex');
  if (mark === 'efbbbf') return decode('utf-8', bytes, false);
  if (mark.startsWith('fffe')) return decode('utf-16le', bytes, false);
  if (mark.startsWith('feff')) return decode('utf-16be', bytes, false);
  return null;
}

/** What a page says of itself is believed where its bytes allow it: many say it wrongly. */
function decodeDeclared(bytes: Buffer, declared: string | null): string | null {
  if (declared === null) return null;
  try {
    return decode(declared, bytes, true);
  } catch (error) {
    // No encoding of that name.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodeGuessed(bytes: Buffer): string | null {
  return (
    decodeUtf16WithoutMark(bytes) ??
    decode('utf-8', bytes, true) ??
    decodeChinese(bytes) ??
    decodeWestern(bytes)
  );
}

/** Null where the bytes are none of that encoding. */
function decode(encoding: string, bytes: Buffer, isStrict: boolean): string | null {
  const decoder = new TextDecoder(encoding, { fatal: isStrict });
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const SAMPLE_BYTES = 64 * 1024;

/** Text of which every other byte is zero: what stands in ASCII, written with two bytes each. */
function decodeUtf16WithoutMark(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > 0.3 * half && even < 0.02 * half) return decode('utf-16le', bytes, true);
  if (even > 0.3 * half && odd < 0.02 * half) return decode('utf-16be', bytes, true);
  return null;
}

/** GB18030 takes nearly any bytes in pairs; as Chinese counts what is mostly of its 3,755 common characters. */
function decodeChinese(bytes: Buffer): string | null {
  const text = decode('gb18030', bytes, true);
  if (text === null) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < sample.length - 1; at += 1) {
    const [first = 0, second = 0] = sample.subarray(at, at + 2);
    if (first < 0x80) continue;
    pairs += 1;
    const isCommon = (first >= 0xb0 && first <= 0xd7) || (first >= 0xa1 && first <= 0xa3);
    if (isCommon && second >= 0xa1) common += 1;
    at += 1;
  }
  return pairs > 0 && common / pairs > 0.7 ? text : null;
}

/** Letters with accents stand alone among letters without. */
function decodeWestern(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let high = 0;
  let besideAnother = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte < 0x80) continue;
    if (UNASSIGNED.has(byte)) return null;
    high += 1;
    if ((sample[index - 1] ?? 0) >= 0x80) besideAnother += 1;
  }
  const isWestern = high < 0.25 * sample.length && besideAnother <= 0.15 * high;
  return isWestern ? decode('windows-1252', bytes, true) : null;
}

/** Of Windows-1252. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** A stray control character is mended (it becomes U+FFFD); a file full of them is none of text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if ((code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b) || code === 0xfffe) controls += 1;
  }
  return controls > 2 && controls > 0.02 * sample.length;
}
