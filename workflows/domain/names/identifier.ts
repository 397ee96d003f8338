/**
 * What AutoGen takes for an agent's name: Python's `str.isidentifier`, letters and digits of any script. As there, a
 * name is not brought into another form: two spellings that Unicode holds for alike (NFKC) are two names.
 */
export const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Treats similar spellings as equal: full width and half width, an accent as a separate character. */
export function folded(name: string): string {
  return name.normalize('NFKC');
}
