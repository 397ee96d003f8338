import type { MessageView } from './messageView.ts';
import { unpackShown } from './unpackShown.ts';

/** A message row from the database, with its JSON not yet unpacked. */
export type StoredMessageRow = MessageView & { bodyIsPacked: boolean; memoriesArePacked: boolean };

/** Converts a row to a view. */
export function storedMessage({ bodyIsPacked, memoriesArePacked, ...row }: StoredMessageRow): MessageView {
  const cuts: Record<string, number> = { ...row.cuts };
  const body = bodyIsPacked ? (unpackShown(row.body, 'body', cuts) as MessageView['body']) : row.body;
  const memories = memoriesArePacked
    ? (unpackShown(row.memories, 'memories', cuts) as MessageView['memories'])
    : row.memories;
  return { ...row, body, memories, cuts };
}
