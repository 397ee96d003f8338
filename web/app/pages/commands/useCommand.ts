import { useFetcher } from '@remix-run/react';
import { useContext } from 'react';
import type { Intent } from '../../data/conversations/intents.ts';
import type { CommandResult } from './commandResult.ts';
import { PlainResult } from './PlainResult.ts';

/**
 * A form that gives a command, and what became of it. Each has a fetcher of its own, so that one that waits holds up
 * no other; without JavaScript it is an ordinary form and the result comes with the page.
 */
export function useCommand(intent: Intent, taskId: string | null = null) {
  const fetcher = useFetcher<CommandResult>();
  const plain = useContext(PlainResult);
  const plainIsOurs = plain?.intent === intent && plain.taskId === taskId;
  return {
    Form: fetcher.Form,
    pending: fetcher.state !== 'idle',
    result: fetcher.data ?? (plainIsOurs ? plain : undefined),
  };
}
