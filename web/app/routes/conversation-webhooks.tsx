import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import {
  addInboundWebhook,
  listInboundWebhooks,
  removeInboundWebhook,
  rotateInboundWebhook,
} from '../data/webhooks/inboundWebhooks.server.ts';
import { inboundWebhookForm, OVERLAP_SECONDS } from '../data/webhooks/webhookForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { InboundWebhooksPage } from '../pages/webhooks/InboundWebhooksPage.tsx';

const NO_CONVERSATION = fault('conversation:faults.notFound');
const NO_WEBHOOK = fault('webhooks:faults.notFound');
const NOTHING = { result: null, added: null, rotated: null, stale: false, removed: false };

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('webhooks:title'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = parseId(params['conversationId']);
  const found = conversationId === null ? null : await listInboundWebhooks(scope, conversationId);
  if (conversationId === null || found === null) throw refuse(404, NO_CONVERSATION);
  return { conversationId, ...found };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const conversationId = parseId(params['conversationId']);
  if (conversationId === null) throw refuse(404, NO_CONVERSATION);
  const submission = parseForm(await request.formData(), inboundWebhookForm);
  if (submission.status !== 'success')
    return data({ ...NOTHING, result: submission.reply() }, { status: 422 });
  const { value } = submission;
  if (value.intent === 'remove') {
    const { webhookId } = value;
    const removed = await removeInboundWebhook(scope, { userId: user.id, conversationId, webhookId });
    return data({ ...NOTHING, removed });
  }
  if (value.intent === 'rotate') {
    const { webhookId, secretNumber, overlap } = value;
    const rotated = await rotateInboundWebhook(scope, {
      ...{ userId: user.id, conversationId, webhookId, secretNumber },
      overlapSeconds: OVERLAP_SECONDS[overlap],
    });
    if (rotated === null) throw refuse(404, NO_WEBHOOK);
    if (rotated.outcome === 'already_rotated') return data({ ...NOTHING, stale: true }, { status: 409 });
    const { webhook, secret } = rotated;
    return data({ ...NOTHING, rotated: { webhook, secret } }, { headers: { 'cache-control': 'no-store' } });
  }
  const added = await addInboundWebhook(scope, { userId: user.id, conversationId, name: value.name });
  if (added === null) throw refuse(404, NO_CONVERSATION);
  if (added.outcome === 'name_taken') {
    const fieldErrors = { name: [fault('webhooks:faults.nameTaken')] };
    return data({ ...NOTHING, result: submission.reply({ fieldErrors }) }, { status: 409 });
  }
  return data({ ...NOTHING, added }, { headers: { 'cache-control': 'no-store' } });
}

export default function ConversationWebhooksRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? NOTHING;
  return <InboundWebhooksPage {...loaded} {...answer} />;
}
