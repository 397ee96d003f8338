import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'colloquy_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 32;
/** As many base-62 digits as 32 bytes need. */
const DIGITS = 43;
/** How much of a token its owner is shown afterwards, to tell one from another. */
const SHOWN_CHARACTERS = PREFIX.length + 6;

/** A new key to the API: shown once; only its hash is kept. */
export interface NewApiToken {
  token: string;
  /** SHA-256, in hex: what is stored. */
  sha256: string;
  /** Its first characters. */
  prefix: string;
}

/** @example newApiToken().token // "colloquy_4fQ…", 32 random bytes in base 62 */
export function newApiToken(random: Uint8Array = randomBytes(RANDOM_BYTES)): NewApiToken {
  const token = PREFIX + base62(random);
  return { token, sha256: hashApiToken(token), prefix: token.slice(0, SHOWN_CHARACTERS) };
}

/** What a token is found by. A token is random: it needs no slow hash. */
export function hashApiToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function base62(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let digits = '';
  for (let place = 0; place < DIGITS; place += 1) {
    digits = (ALPHABET[Number(number % 62n)] ?? '') + digits;
    number /= 62n;
  }
  return digits;
}
