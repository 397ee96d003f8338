/** The LIKE pattern for "contains exactly these characters". @example containsPattern('50%') // "%50\\%%" */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
