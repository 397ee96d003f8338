import { answerTo } from '../../apiClient.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';

/** Makes a webhook, and prints its address and its secret. */
export async function addWebhook(
  session: Session,
  { id, name }: { id: string; name: string },
): Promise<ExitCode> {
  const added = await answerTo(
    session.api.POST('/conversations/{conversationId}/webhooks', {
      params: { path: { conversationId: id } },
      body: { name },
    }),
  );
  if (session.json) writeJson(session, added);
  else {
    session.out(`${added.webhook.url}\n${added.secret}\n`);
    session.note('The secret is shown this one time.');
  }
  return exitCodes.done;
}

/** Lists the webhooks of a conversation. */
export async function listWebhooks(session: Session, { id }: { id: string }): Promise<ExitCode> {
  const { webhooks } = await answerTo(
    session.api.GET('/conversations/{conversationId}/webhooks', { params: { path: { conversationId: id } } }),
  );
  if (session.json) {
    writeJson(session, webhooks);
    return exitCodes.done;
  }
  for (const { id: webhookId, name, url, lastRefusal, lastRefusedAt } of webhooks) {
    const refused = lastRefusal === null ? '' : `  refused ${lastRefusedAt ?? ''}: ${lastRefusal}`;
    session.out(`${plainText(`${webhookId}  ${name}  ${url}${refused}`)}\n`);
  }
  return exitCodes.done;
}

/** Removes a webhook. */
export async function removeWebhook(
  session: Session,
  { id, webhookId }: { id: string; webhookId: string },
): Promise<ExitCode> {
  const result = await answerTo(
    session.api.DELETE('/conversations/{conversationId}/webhooks/{webhookId}', {
      params: { path: { conversationId: id, webhookId } },
    }),
  );
  if (session.json) writeJson(session, result);
  else session.out('Removed.\n');
  return exitCodes.done;
}
