type Fields = { readonly [field: string]: unknown };

/**
 * What items of an answer say in words: a refusal's too. What a model says of its work on the way (`commentary`) is not
 * the answer, unless there is no other.
 */
export function saidText(items: readonly Fields[]): string {
  const messages = items.filter(({ type }) => type === 'message');
  const final = messages.filter(({ phase }) => phase !== 'commentary');
  return (final.length === 0 ? messages : final).flatMap(partTexts).join('');
}

function partTexts({ content }: Fields): string[] {
  if (typeof content === 'string') return [content];
  const parts: unknown[] = Array.isArray(content) ? content : [];
  return parts.map((part) => {
    if (typeof part !== 'object' || part === null) return '';
    const { type, text, refusal } = part as Fields;
    const said = type === 'refusal' ? refusal : text;
    return typeof said === 'string' ? said : '';
  });
}
