import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { Markdown } from '../../views/ui/Markdown.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { MachineText } from '../../views/text/MachineText.tsx';
import { draftPlace } from '../tasks/draftPlace.ts';
import { TaskCard } from '../tasks/TaskCard.tsx';
import { shownText } from '../../views/text/shownText.ts';
import { prettyJson } from '../../views/format/prettyJson.ts';
import type { InboxTask } from '../../data/tasks/listTasks.server.ts';

/** An open task with what one has to read to answer it. */
export function OpenTaskItem({ item, formSeed }: { item: InboxTask; formSeed: string }) {
  const { t } = useTranslation('inbox');
  const { task, conversation, draft } = item;
  return (
    <TaskCard conversationId={conversation.id} task={task} draft={draft} formSeed={formSeed}>
      <p className="-mt-2 mb-4 text-[0.8125rem] text-ink-muted sm:pl-12">
        <Trans
          t={t}
          i18nKey="item.where"
          values={{ title: conversation.title, team: conversation.team }}
          components={{
            conversation: (
              <Link
                to={`/conversations/${conversation.id}#message-${String(task.seq)}`}
                className="rounded font-medium text-brand-ink underline-offset-4 wrap-anywhere hover:underline"
              />
            ),
            time: <RelativeTime at={task.openedAt} />,
          }}
        />
      </p>
      {task.call === null ? null : (
        <div className="mb-4">
          <MachineText
            label={t('item.arguments', { tool: task.call.tool })}
            text={prettyJson(task.call.arguments)}
            shown={shownText('task', task, 'detail.arguments')}
          />
        </div>
      )}
      {draft === null ? null : (
        <div
          tabIndex={0}
          role="group"
          aria-label={t('item.draftBy', { speaker: task.speaker })}
          className="mb-4 max-h-96 overflow-y-auto rounded-xl bg-sunken px-4 py-3"
        >
          <Markdown shown={draftPlace(draft)}>{draft.text}</Markdown>
        </div>
      )}
    </TaskCard>
  );
}
