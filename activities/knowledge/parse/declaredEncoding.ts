const CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i;
const HEAD_BYTES = 2_048;

/** What the server, or a page itself, says its characters are written in, as in "charset=…"; null: nothing. */
export function declaredEncoding(bytes: Buffer, contentType: string | null): string | null {
  const bySelf = CHARSET.exec(bytes.toString('latin1', 0, HEAD_BYTES))?.[1] ?? null;
  // Where one can read that, a character is no pair of bytes.
  return saidEncoding(contentType) ?? (bySelf !== null && /^utf-?16/i.test(bySelf) ? 'utf-8' : bySelf);
}

/** What the server says its characters are written in; null: nothing. */
export function saidEncoding(contentType: string | null): string | null {
  return CHARSET.exec(contentType ?? '')?.[1] ?? null;
}
