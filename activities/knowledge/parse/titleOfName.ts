/** What a document without a title of its own is called: its file's name without the end, or its address. */
export function titleOfName(name: string): string {
  if (/^https?:/i.test(name)) return name;
  const file = name.slice(name.lastIndexOf('/') + 1);
  return file.replace(/(.)\.[^.]{1,8}$/, '$1');
}
