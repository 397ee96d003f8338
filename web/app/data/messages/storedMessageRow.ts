import type { MessageView } from '../conversations/view.ts';
import { unpackShown } from './unpackShown.ts';

/** A message as it comes from the database: its JSON not yet unpacked. */
export type StoredMessageRow = MessageView & { bodyIsPacked: boolean; memoriesArePacked: boolean };

/** A message as views have it. */
export function storedMessage({ bodyIsPacked, memoriesArePacked, ...row }: StoredMessageRow): MessageView {
  const cuts: Record<string, number> = { ...row.cuts };
  const body = bodyIsPacked ? (unpackShown(row.body, 'body', cuts) as MessageView['body']) : row.body;
  const memories = memoriesArePacked
    ? (unpackShown(row.memories, 'memories', cuts) as MessageView['memories'])
    : row.memories;
  return { ...row, body, memories, cuts };
}
