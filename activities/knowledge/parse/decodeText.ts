import { types } from 'node:util';
import { RefusedDocument } from './refusedDocument.ts';

interface DecodeOptions {
  /** What is said of its encoding: a name as in "charset=…". */
  declared?: string | null;
  /** The bytes are the beginning of a file: the last character may be cut in two. */
  isBeginning?: boolean;
}

/**
 * The text of a file: by its byte order mark, by what is said of it, or by its bytes: UTF-8, UTF-16, GB18030 and Windows-1252
 * are told from one another, all else is refused. Control characters make no text.
 */
export function decodeText(
  bytes: Buffer,
  { declared = null, isBeginning = false }: DecodeOptions = {},
): string {
  const decode: Decode = (encoding, each = bytes) => decodeStrictly(encoding, each, isBeginning);
  const text = decodeMarked(bytes) ?? decodeDeclared(declared, decode) ?? decodeGuessed(bytes, decode);
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

/** The bytes, or others, in an encoding; null where they are none of it. */
type Decode = (encoding: string, bytes?: Buffer) => string | null;

function decodeStrictly(encoding: string, bytes: Buffer, isBeginning: boolean): string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    return decoder.decode(bytes, { stream: isBeginning });
  } catch (error) {
    if (isNamed(error, 'TypeError')) return null;
    throw error;
  }
}

function decodeLoosely(encoding: string, bytes: Buffer): string {
  return new TextDecoder(encoding).decode(bytes);
}

function decodeMarked(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 3).toString('hex');
  if (mark === 'efbbbf') return decodeLoosely('utf-8', bytes);
  if (mark.startsWith('fffe')) return decodeLoosely('utf-16le', bytes);
  if (mark.startsWith('feff')) return decodeLoosely('utf-16be', bytes);
  return null;
}

/** What is said is believed where the bytes allow it: many say it wrongly. */
function decodeDeclared(declared: string | null, decode: Decode): string | null {
  const encoding = encodingNamed(declared);
  if (encoding === null) return null;
  // Any bytes are Windows-1252, which servers say of what nobody has told them about.
  return (encoding === 'windows-1252' ? decode('utf-8') : null) ?? decode(encoding);
}

function encodingNamed(name: string | null): string | null {
  if (name === null) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    // No encoding of that name.
    if (isNamed(error, 'RangeError')) return null;
    throw error;
  }
}

/** By its name: what Node itself throws may be of another realm. */
function isNamed(error: unknown, name: string): boolean {
  return types.isNativeError(error) && error.name === name;
}

function decodeGuessed(bytes: Buffer, decode: Decode): string | null {
  return (
    decodeUtf16WithoutMark(bytes, decode) ??
    decode('utf-8') ??
    decodeHalfPairs(bytes, decode) ??
    decodeNearlyUtf8(bytes) ??
    decodeChinese(bytes, decode) ??
    decodeWestern(bytes, decode)
  );
}

/** UTF-8 with halves of surrogate pairs in it, which some programs write; each becomes U+FFFD. */
function decodeHalfPairs(bytes: Buffer, decode: Decode): string | null {
  const latin = bytes.toString('latin1');
  const whole = latin.replace(/\xed[\xa0-\xbf][\x80-\xbf]/g, '\xef\xbf\xbd');
  return whole === latin ? null : decode('utf-8', Buffer.from(whole, 'latin1'));
}

/** For each one that is broken so many others are whole: a character was cut in two, and the text is UTF-8 all the same. */
const WHOLE_FOR_ONE_BROKEN = 20;

function decodeNearlyUtf8(bytes: Buffer): string | null {
  const text = decodeLoosely('utf-8', bytes);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code >= 0x80) whole += 1;
  }
  return whole >= WHOLE_FOR_ONE_BROKEN * broken ? text : null;
}

const SAMPLE_BYTES = 64 * 1024;

/** Text of which every other byte is zero: what stands in ASCII, written with two bytes each. */
function decodeUtf16WithoutMark(bytes: Buffer, decode: Decode): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > 0.3 * half && even < 0.02 * half) return decode('utf-16le');
  if (even > 0.3 * half && odd < 0.02 * half) return decode('utf-16be');
  return null;
}

/**
 * GB18030 takes nearly any bytes in pairs; as Chinese counts what is mostly of its 3,755 common characters. These stand in the
 * order of their sounds, so that a text has some of the later ones too: Korean has its own letters where the first half stands.
 */
function decodeChinese(bytes: Buffer, decode: Decode): string | null {
  const text = decode('gb18030');
  if (text === null) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let pairs = 0;
  let signs = 0;
  let earlier = 0;
  let later = 0;
  for (let at = 0; at < sample.length - 1; at += 1) {
    const [first = 0, second = 0] = sample.subarray(at, at + 2);
    if (first < 0x80) continue;
    pairs += 1;
    at += 1;
    if (second < 0xa1) continue;
    if (first >= 0xa1 && first <= 0xa3) signs += 1;
    else if (first >= 0xb0 && first <= 0xc8) earlier += 1;
    else if (first >= 0xc9 && first <= 0xd7) later += 1;
  }
  const isKorean = earlier >= 10 && later < 0.1 * earlier;
  const common = signs + earlier + later;
  return pairs > 0 && common / pairs > 0.7 && !isKorean ? text : null;
}

/** Letters with accents stand alone among letters without. */
function decodeWestern(bytes: Buffer, decode: Decode): string | null {
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
  return isWestern ? decode('windows-1252') : null;
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
