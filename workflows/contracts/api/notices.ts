import { z } from 'zod';
import {
  deliveryStates,
  noticeChannels,
  noticeKinds,
  noticeStates,
  notifierKinds,
} from '../../domain/notices/noticeStates.ts';
import { id, moment } from './fields.ts';

export const listNoticesQuery = z.strictObject({
  state: z.enum(noticeStates).optional().describe('Only notices in this state.'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('From 1.'),
});

const fields = {
  id,
  kind: z.enum(noticeKinds),
  channel: z.enum(noticeChannels),
  state: z
    .enum(noticeStates)
    .describe(
      '`kept`: no mail server is set up, so it stands in the outbox only. `gathered`: a digest tells of it. `withdrawn`: there was nothing left to tell.',
    ),
  address: z.string().describe('Where it goes: an e-mail address, or the address of a webhook.'),
  subject: z.string().nullable().describe('Null until it is put into words, when it is sent.'),
  taskId: id.nullable(),
  dueAt: moment.nullable().describe('Of one that waits: when it is sent.'),
  failureMessage: z.string().nullable(),
  createdAt: moment,
};

/** A notice in a list. */
export const noticeSchema = z.object(fields).meta({ id: 'Notice' });

export const noticePageSchema = z
  .object({
    notices: z.array(noticeSchema),
    page: z.number().int(),
    pages: z.number().int(),
  })
  .meta({ id: 'Notices' });

/** A notice with the log of its deliveries. */
export const wholeNoticeSchema = z
  .object({
    ...fields,
    deliveries: z
      .array(
        z.object({
          attempt: z.number().int(),
          notifier: z.enum(notifierKinds),
          state: z
            .enum(deliveryStates)
            .describe('`failed`: tried again. `unknown`: the worker was lost, so it may have arrived.'),
          answer: z.string().nullable().describe('What the other side said.'),
          startedAt: moment,
        }),
      )
      .describe('The newest first, at most 200.'),
  })
  .meta({ id: 'NoticeWithDeliveries' });

export const sentAgainSchema = z.object({ outcome: z.literal('again') }).meta({ id: 'SentAgain' });
