import type { TaskDraft } from '../../data/conversations/view.ts';
import { type ShownText, shownText } from '../../views/text/shownText.ts';

/** Where the text under review stands. */
export function draftPlace({ messageId, wholeBytes }: TaskDraft): ShownText {
  const cuts = wholeBytes === null ? {} : { content: wholeBytes };
  return shownText('message', { id: messageId, cuts }, 'content');
}
