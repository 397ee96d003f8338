/** A quote has to say something by which it can be found. */
const SHORTEST = 4;
/** Longer than this nobody needs to read to see what an entry rests on. */
const LONGEST = 500;

/** A quote as it stands in a message, but for the white space between its words; null: it does not stand there. */
export function quoteIn(message: string, quote: string): string | null {
  const words = inOneLine(quote);
  if (words.length < SHORTEST || words.length > LONGEST) return null;
  return inOneLine(message).includes(words) ? words : null;
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
