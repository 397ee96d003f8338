/** Where a passage stands, in words: its document, its page if there are pages, and the headings above it. */
export function placeInWords(
  passage: { title: string; page: number | null; headingPath: readonly string[] },
  pageInWords: (page: number) => string,
): string {
  const { title, page, headingPath } = passage;
  // A document's first heading is often its title.
  const headings = headingPath[0] === title ? headingPath.slice(1) : headingPath;
  return [title, ...(page === null ? [] : [pageInWords(page)]), ...headings].join(' · ');
}
