import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';

export type ListedCitation = {
  id: string;
  title: string;
  createdAt: Date;
  messageCount: number;
  messages: readonly { id: string; seq: number; source: string }[];
};

export type CitingConversationsProps = {
  conversations: readonly ListedCitation[];
  /** How many there are in all. */
  total: number;
};

/** Messages of a conversation that are linked. */
const MOST_LINKED = 5;

/** The conversations that cite a document, with links to the messages. */
export function CitingConversations({ conversations, total }: CitingConversationsProps) {
  const { t } = useTranslation('knowledge');
  const more = total - conversations.length;
  return (
    <Card>
      <CardHeader title={t('citations.title')} description={t('citations.count', { count: total })} />
      {conversations.length === 0 ? null : (
        <ul className="divide-y divide-line text-sm">
          {conversations.map(({ id, title, createdAt, messageCount, messages }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5">
              <Link
                to={`/conversations/${id}`}
                className="rounded font-medium wrap-anywhere underline-offset-4 hover:underline"
              >
                {title}
              </Link>
              <span className="text-ink-muted">{t('citations.messages', { count: messageCount })}</span>
              <ul className="flex flex-wrap gap-x-3">
                {messages.slice(0, MOST_LINKED).map((message) => (
                  <li key={message.id}>
                    <Link
                      to={`/conversations/${id}#message-${String(message.seq)}`}
                      className="rounded underline underline-offset-4"
                    >
                      {t('citations.message', { source: message.source, number: message.seq })}
                    </Link>
                  </li>
                ))}
              </ul>
              <RelativeTime at={createdAt} className="ml-auto text-ink-muted" />
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? (
        <CardBody>
          <p className="text-sm text-ink-muted">{t('citations.more', { count: more })}</p>
        </CardBody>
      ) : null}
    </Card>
  );
}
