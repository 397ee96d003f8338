/** "anybody", or the names joined by "or". */
export function speakersInWords(sources: readonly string[] | null): string {
  return sources === null ? 'anybody' : new Intl.ListFormat('en', { type: 'disjunction' }).format(sources);
}
