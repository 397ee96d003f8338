import { anyOf, messageKind } from '../kind.ts';

/** A message contains a text. */
export interface TextMention {
  kind: 'text_mention';
  text: string;
  /** Who has to write it; null: anybody. */
  sources: string[] | null;
}

export const textMention = messageKind<TextMention>('text_mention', {
  reason({ text, sources }, { source, mentions }) {
    const isHeard = sources === null || sources.includes(source);
    return isHeard && mentions.includes(text) ? `Text '${text}' mentioned` : null;
  },
  label: ({ text, sources }) => `“${text}” is mentioned${sources === null ? '' : ` by ${anyOf(sources)}`}`,
  watched: ({ text }) => ({ texts: [text] }),
});
