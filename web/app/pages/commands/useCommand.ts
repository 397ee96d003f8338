import { useFetcher } from '@remix-run/react';
import { useContext } from 'react';
import type { Intent } from '../../data/conversations/intents.ts';
import type { CommandResult } from './commandResult.ts';
import { PlainResult } from './PlainResult.ts';

/**
 * A form that sends a command, with its result. Each form has its own fetcher, so that a waiting one does not
 * block others. Without JavaScript it is an ordinary form, and the result comes with the page.
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
