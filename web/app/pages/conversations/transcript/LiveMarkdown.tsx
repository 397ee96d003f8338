import { memo } from 'react';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { blocksOf } from '../../../views/text/markdownBlocks.ts';
import { asItIs, markdownHtml } from '../../../views/text/markdownHtml.ts';

/**
 * A longer block is shown unformatted until the message is finished, because it is parsed again with each piece.
 */
const MOST_BLOCK_CHARACTERS = 4_000;

/** Markdown that is still arriving. Only its last block is parsed again, and nothing on the server. */
export function LiveMarkdown({ text }: { text: string }) {
  const hydrated = useHydrated();
  if (!hydrated) return <Block text={text} isRead={false} />;
  return (
    <div className="markdown">
      {blocksOf(text).map((block, index) => (
        <Block key={index} text={block} isRead={block.length <= MOST_BLOCK_CHARACTERS} />
      ))}
    </div>
  );
}

const Block = memo(function Block({ text, isRead }: { text: string; isRead: boolean }) {
  const html = isRead ? markdownHtml(text) : asItIs(text);
  return <div className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
});
