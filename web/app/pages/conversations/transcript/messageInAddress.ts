/** The sequence number of the message in an address's fragment; null if there is none. */
export function messageInAddress(hash: string): number | null {
  const digits = /^#message-(\d{1,9})$/.exec(hash)?.[1];
  return digits === undefined ? null : Number(digits);
}
