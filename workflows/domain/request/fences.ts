/** Tags that mark where data begins and ends in what a model reads. */
export interface Fences {
  /** A text that can't end its fence, nor begin another. */
  inside: (text: string) => string;
  /** The same as the value of an attribute, in double quotes. */
  attribute: (text: string) => string;
}

/** The fences with tags of these names. */
export function fencesOf(...names: readonly string[]): Fences {
  const inside = (text: string) =>
    text.replace(new RegExp(`<(?=\\s*(?:/\\s*)?(?:${names.join('|')})\\b)`, 'gi'), '&lt;');
  return {
    inside,
    attribute: (text) => inside(text).replace(/\s+/g, ' ').replaceAll('"', '&quot;'),
  };
}
