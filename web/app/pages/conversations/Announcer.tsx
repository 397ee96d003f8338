import { useEffect, useState } from 'react';
import { outsideEndOf } from '../../../../workflows/domain/conversation/outsideEnds.ts';
import { isAtRest, isOver } from '../../../../workflows/domain/recordStates.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { Translate } from '../../languages/translator.ts';
import type { TaskWords } from '../tasks/taskKindView.ts';
import { taskTitle } from '../tasks/taskWords.ts';

/** Announces changes to screen readers. The initial text is read as part of the page and not announced. */
export function Announcer({ text }: { text: string }) {
  const [first] = useState(text);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (text !== first || announced !== '') setAnnounced(text);
  }, [text, first, announced]);
  return (
    <p aria-live="polite" className="sr-only">
      {announced}
    </p>
  );
}

const READ_OUT_CHARACTERS = 280;

/**
 * The announcement of the newest event: who is writing, what was said, what is asked, how it ended. One sentence
 * per event; arriving text is never announced word by word.
 */
export function announcement(
  { conversation, messages, tasks, live }: ConversationPageState,
  { t, ofTasks }: { t: Translate; ofTasks: TaskWords },
): string {
  if (isOver(conversation.state)) {
    const outside = outsideEndOf(conversation);
    const reason =
      outside === null ? (conversation.stopReason ?? '') : t(`conversation:endFromOutside.${outside}`);
    return t(`conversation:announce.over.${conversation.state}`, { reason }).trim();
  }
  if (isAtRest(conversation)) return t('standing:announce');
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
