/** How much of a source's name a title keeps, in characters. */
const LONGEST = 200;

/**
 * A document's source as the title of its workflow: a file's name, or the server of an address. The rest of an address may
 * hold a signature or a token, and what a history has said stays in it.
 */
export function sourceTitle(source: string): string {
  const host = /^https?:\/\//i.test(source) && URL.canParse(source) ? new URL(source).host : null;
  return (host ?? source).slice(0, LONGEST);
}
