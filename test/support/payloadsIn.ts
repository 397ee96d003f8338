/** All that a history, or a part of one, carries of ours, as text. */
export function payloadsIn(node: unknown): string[] {
  if (node instanceof Uint8Array) return [Buffer.from(node).toString()];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(payloadsIn);
}
