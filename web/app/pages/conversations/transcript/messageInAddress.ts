/** The sequence number of the message that an address's fragment names; null: it names none. */
export function messageInAddress(hash: string): number | null {
  const digits = /^#message-(\d{1,9})$/.exec(hash)?.[1];
  return digits === undefined ? null : Number(digits);
}
