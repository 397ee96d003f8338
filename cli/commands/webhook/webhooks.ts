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
    session.note('The secret is shown only once.');
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

/** Gives a webhook another secret, and prints it. */
export async function rotateWebhook(
  session: Session,
  { id, webhookId, hours }: { id: string; webhookId: string; hours: number | undefined },
): Promise<ExitCode> {
  const { webhooks } = await answerTo(
    session.api.GET('/conversations/{conversationId}/webhooks', { params: { path: { conversationId: id } } }),
  );
  // Of one that is not there the server says so.
  const secretNumber = webhooks.find((webhook) => webhook.id === webhookId)?.secretNumber ?? 0;
  const rotated = await answerTo(
    session.api.POST('/conversations/{conversationId}/webhooks/{webhookId}/secret', {
      params: { path: { conversationId: id, webhookId } },
      body: { secretNumber, ...(hours === undefined ? {} : { overlapSeconds: Math.round(hours * 3_600) }) },
    }),
  );
  if (session.json) writeJson(session, rotated);
  else {
    session.out(`${rotated.secret}\n`);
    const { previousSecretUntil } = rotated.webhook;
    session.note(
      previousSecretUntil === null
        ? 'The secret is shown only once. The previous one is no longer accepted.'
        : `The secret is shown only once. The previous one is accepted until ${previousSecretUntil}.`,
    );
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
