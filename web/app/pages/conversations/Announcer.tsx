import { useEffect, useState } from 'react';
import { isOver } from '../../../../workflows/domain/recordStates.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { Translate } from '../../languages/translator.ts';
import type { TaskWords } from '../tasks/taskKindView.ts';
import { taskTitle } from '../tasks/taskWords.ts';

/** Reads out what changes. What stands there when the page opens is read with the page, and not again. */
export function Announcer({ text }: { text: string }) {
  const [first] = useState(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text !== first || said !== '') setSaid(text);
  }, [text, first, said]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

const READ_OUT_CHARACTERS = 280;

/**
 * What a screen reader says of the newest thing that happened: who writes, what was said, what is asked, how it ended.
 * One sentence a step: text that arrives word by word is never read out.
 */
export function announcement(
  { conversation, messages, tasks, live }: ConversationPageState,
  { t, ofTasks }: { t: Translate; ofTasks: TaskWords },
): string {
  if (isOver(conversation.state)) {
    const reason = conversation.stopReason ?? '';
    return t(`conversation:announce.over.${conversation.state}`, { reason }).trim();
  }
  const open = tasks.find(({ state }) => state === 'open');
  if (open !== undefined) return taskTitle(ofTasks, open);
  const writing = live.at(-1);
  if (writing !== undefined) return t('conversation:announce.writes', { name: writing.source });
  const last = messages.findLast(({ copied }) => !copied);
  if (last === undefined) return '';
  return t('conversation:announce.said', {
    name: last.source,
    text: last.content.slice(0, READ_OUT_CHARACTERS),
  });
}
