import type { AnchorHTMLAttributes, ImgHTMLAttributes, ReactNode } from 'react';
import { Streamdown, type Components, type ExtraProps } from 'streamdown';

type WithNode<Props> = Props & ExtraProps;

/** The plain elements: their looks stand in styles/markdown.css, and nothing sets a style that a strict CSP refuses. */
const COMPONENTS: Components = {
  a: SafeLink,
  img: ImageAsText,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  p: ({ children }) => <p>{children}</p>,
  ul: ({ children }) => <ul>{children}</ul>,
  ol: ({ children, start }) => <ol start={start}>{children}</ol>,
  li: ({ children }) => <li>{children}</li>,
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  hr: () => <hr />,
  strong: ({ children }) => <strong>{children}</strong>,
  sub: ({ children }) => <sub>{children}</sub>,
  sup: ({ children }) => <sup>{children}</sup>,
  section: ({ children }) => <div>{children}</div>,
  code: ({ children }) => <code>{children}</code>,
  inlineCode: ({ children }) => <code>{children}</code>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div className="markdown-table" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  thead: ({ children }) => <thead>{children}</thead>,
  tbody: ({ children }) => <tbody>{children}</tbody>,
  tr: ({ children }) => <tr>{children}</tr>,
  th: ({ children }) => <th>{children}</th>,
  td: ({ children }) => <td>{children}</td>,
};

export type MarkdownProps = {
  children: string;
  /** The text is still arriving: half an emphasis or a half fence at its end is completed for the eye. */
  streaming?: boolean;
};

/** A model's Markdown. It loads nothing from elsewhere, runs no HTML, and its links open apart and say nothing of us. */
export function Markdown({ children, streaming = false }: MarkdownProps) {
  return (
    <Streamdown
      mode={streaming ? 'streaming' : 'static'}
      parseIncompleteMarkdown={streaming}
      components={COMPONENTS}
      controls={false}
      linkSafety={{ enabled: false }}
      skipHtml
      className="markdown"
    >
      {children}
    </Streamdown>
  );
}

function SafeLink({ href, children }: WithNode<AnchorHTMLAttributes<HTMLAnchorElement>>): ReactNode {
  if (!href || !/^(https?:|mailto:)/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** An image of a model's is a request to wherever it says, so it becomes a link that a person may follow. */
function ImageAsText({ src, alt }: WithNode<ImgHTMLAttributes<HTMLImageElement>>): ReactNode {
  return <SafeLink href={src}>{`[image: ${alt || 'without a description'}]`}</SafeLink>;
}
