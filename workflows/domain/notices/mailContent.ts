/** A mail by its parts: made once, read as text, as HTML and on the page of the outbox. */
export interface MailContent {
  subject: string;
  sections: MailSection[];
  /** Why the reader gets it, and where that is changed. */
  footer: MailLink & { before: string };
}

/** A few lines, and where they lead. */
export interface MailSection {
  lines: string[];
  link: MailLink | null;
}

export interface MailLink {
  label: string;
  href: string;
}

/** A mail as plain text. */
export function mailText({ sections, footer }: MailContent): string {
  const parts = sections.map(({ lines, link }) =>
    [...lines, ...(link === null ? [] : [`${link.label}: ${link.href}`])].join('\n'),
  );
  return `${[...parts, `-- \n${footer.before}\n${footer.label}: ${footer.href}`].join('\n\n')}\n`;
}

/** A mail as HTML that every reader shows: paragraphs and links, nothing that is loaded. */
export function mailHtml({ subject, sections, footer }: MailContent, language: string): string {
  const body = sections.map(({ lines, link }) => {
    const text = lines.map(escapeHtml).join('<br>\n');
    return `<p>${text}</p>${link === null ? '' : `\n<p>${linkHtml(link)}</p>`}`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body>
${body.join('\n')}
<hr>
<p><small>${escapeHtml(footer.before)} ${linkHtml(footer)}</small></p>
</body>
</html>
`;
}

function linkHtml({ href, label }: MailLink): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
