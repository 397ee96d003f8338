import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import {
  type ConversationPageEvent,
  type ConversationPageState,
  reduceConversation,
  type TranscriptPart,
} from '../../data/conversations/conversationState.ts';
import type { ConversationEvents } from '../../data/live/events.ts';
import { type Connection, useEventSource } from '../../data/live/useEventSource.ts';

const EVENT_NAMES = ['change', 'live', 'live_end', 'asking', 'pending', 'expired'] as const;

/** A conversation as loaded from the server, kept up to date by its stream while the page is open. */
export function useConversation(page: ConversationPageState): {
  state: ConversationPageState;
  connection: Connection;
  /** Adds earlier messages that were fetched. */
  onPart: (part: TranscriptPart) => void;
} {
  const [state, dispatch] = useReducer(reduceConversation, page);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) dispatch({ kind: 'loaded', page });
    isFirst.current = false;
  }, [page]);

  const { id, revision } = state.conversation;
  const connection = useEventSource<ConversationEvents>({
    streamKey: id,
    url: () => `/conversations/${id}/events?after=${String(revision)}`,
    names: EVENT_NAMES,
    onEvent: (name, data) => {
      const event = toPageEvent(name, data);
      if (event !== null) dispatch(event);
    },
  });
  const onPart = useCallback((part: TranscriptPart) => dispatch({ kind: 'earlier', part }), []);
  return { state, connection, onPart };
}

function toPageEvent<Name extends keyof ConversationEvents>(
  name: Name,
  data: ConversationEvents[Name],
): ConversationPageEvent | null {
  const event = { name, data } as {
    [Each in keyof ConversationEvents]: { name: Each; data: ConversationEvents[Each] };
  }[keyof ConversationEvents];
  switch (event.name) {
    case 'change':
      return { kind: 'change', change: event.data };
    case 'live':
      return { kind: 'live', live: event.data };
    case 'live_end':
      return { kind: 'live_end', seq: event.data.seq };
    case 'asking':
      return { kind: 'asking', openCalls: event.data };
    case 'pending':
      return { kind: 'pending', pending: event.data };
    case 'expired':
      return null;
  }
}

/**
 * Revalidates the routes around the page whenever the value changes: the inbox's count must agree with the page.
 */
export function useRevalidateOn(value: number): void {
  const { revalidate } = useRevalidator();
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    revalidate();
  }, [value, revalidate]);
}
