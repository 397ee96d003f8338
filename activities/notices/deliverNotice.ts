import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../platform/database.ts';
import { failures } from '../../workflows/contracts/failures.ts';
import { mailContentSchema, type NoticeRef } from '../../workflows/contracts/notices.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { noticeChannels, type NotifierKind } from '../../workflows/domain/notices/noticeStates.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import { currentExecution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import { NotDelivered } from '../people/notifier.ts';
import type { Notifiers } from '../people/registry.ts';
import { throughOutage } from '../transcript/throughOutage.ts';

interface Clients {
  database: Database;
  notifiers: Notifiers;
}

/** Longer words of a mail server are cut. */
const MOST_SAID = 1_000;

/** See NoticeActivities.deliverNotice. */
export function createDeliverNotice(clients: Clients) {
  return async (ref: NoticeRef): Promise<void> => {
    const attempt = await openAttempt(clients, ref);
    if (attempt === null) return;
    const { notifier, deliver, deliveryId } = attempt;
    const { cancellationSignal } = Context.current();
    await withHeartbeat(async () => {
      const outcome = await deliver(cancellationSignal).then(
        (answer) => ({ state: 'accepted', answer }) as const,
        (error: unknown) => {
          if (error instanceof NotDelivered)
            return { state: 'failed', error, answer: error.message } as const;
          throw error;
        },
      );
      // What was handed over is not handed over again because the database was away.
      await throughOutage(
        () => closeAttempt(clients.database, ref, { notifier, deliveryId, ...outcome }),
        cancellationSignal,
      );
      if (outcome.state === 'failed') throw failureOf(outcome.error);
    });
  };
}

/**
 * Writes down that an attempt is made, and what it hands over; null: an earlier one has handed it over. Of an attempt whose
 * worker died nobody knows whether it did: the notice goes out again, under the same id.
 */
async function openAttempt({ database, notifiers }: Clients, { projectId, noticeId, run }: NoticeRef) {
  const { attempt } = currentExecution();
  const notice = await database.notice.findFirst({
    where: { id: noticeId, projectId, run, state: 'sending' },
    include: { user: { select: { name: true } }, webhook: { select: { secretName: true } } },
  });
  if (notice === null) return null;
  const channel = oneOf(noticeChannels, notice.channel);
  const { address, language, content, user, webhook } = notice;
  let notifier: NotifierKind;
  let deliver: (signal: AbortSignal) => Promise<string>;
  if (channel === 'webhook') {
    notifier = 'webhook';
    const body = content as Json;
    const secretName = webhook?.secretName ?? '';
    const message = { noticeId, url: address ?? '', secretName, body };
    deliver = (signal) => notifiers.webhook.deliver(message, signal);
  } else {
    notifier = notifiers.email === null ? 'outbox' : 'email';
    const carrier = notifiers.email ?? notifiers.outbox;
    const mail = {
      noticeId,
      to: { name: user?.name ?? '', address: address ?? '' },
      language: language ?? 'en',
      content: mailContentSchema.parse(content),
    };
    deliver = (signal) => carrier.deliver(mail, signal);
  }
  const deliveryId = await database.$transaction(async (transaction) => {
    await transaction.noticeDelivery.updateMany({
      where: { noticeId, projectId, state: 'open', NOT: { run, attempt } },
      data: { state: 'unknown', endedAt: new Date() },
    });
    const { id } = await transaction.noticeDelivery.upsert({
      where: { noticeId_run_attempt: { noticeId, run, attempt }, projectId },
      create: { projectId, noticeId, run, attempt, notifier },
      update: { state: 'open' },
    });
    await transaction.notice.updateMany({
      where: { id: noticeId, projectId },
      data: { updatedAt: new Date() },
    });
    return id;
  });
  return { notifier, deliver, deliveryId };
}

interface Closed {
  notifier: NotifierKind;
  deliveryId: string;
  state: 'accepted' | 'failed';
  answer: string;
  error?: NotDelivered;
}

async function closeAttempt(
  database: Database,
  { projectId, noticeId, run }: NoticeRef,
  { notifier, deliveryId, state, answer, error }: Closed,
): Promise<void> {
  const now = new Date();
  const isFinal = error !== undefined && !failures[error.type].retryable;
  await database.$transaction([
    database.noticeDelivery.updateMany({
      where: { id: deliveryId, projectId },
      data: {
        state: isFinal ? 'refused' : state,
        answer: storableText(answer).slice(0, MOST_SAID),
        endedAt: now,
      },
    }),
    database.notice.updateMany({
      where: { id: noticeId, projectId, run, state: 'sending' },
      data:
        state === 'accepted'
          ? { state: notifier === 'outbox' ? 'kept' : 'sent', updatedAt: now, endedAt: now }
          : { updatedAt: now },
    }),
  ]);
}

function failureOf({ type, message, retryAfterMs }: NotDelivered): ApplicationFailure {
  return ApplicationFailure.create({
    message: storableText(message).slice(0, MOST_SAID),
    type,
    nonRetryable: !failures[type].retryable,
    ...(retryAfterMs === null ? {} : { nextRetryDelay: retryAfterMs }),
  });
}
