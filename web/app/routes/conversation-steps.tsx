import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { countTurns, readStep } from '../data/steps/readStep.server.ts';
import { isMarkdown } from '../data/steps/stepView.ts';
import { readMarkdown } from '../data/texts/pageTexts.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { StepsPage } from '../pages/conversations/steps/StepsPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('replay:step.title'))];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = requireUuid(params['conversationId']);
  const counted = await countTurns(scope, conversationId);
  if (counted === null) throw refuse(404, fault('conversation:faults.notFound'));
  const asked = new URL(request.url).searchParams.get('turn');
  if (counted.turns === 0) return { conversationId, title: counted.title, step: null };
  const turn = asked === null ? counted.turns : Number(asked);
  const step =
    Number.isInteger(turn) && turn >= 1 && turn <= counted.turns
      ? await readStep(scope, conversationId, turn)
      : null;
  if (step === null) throw refuse(404, fault('replay:faults.noTurn'));
  const messages = [...step.messages, ...step.replaced].filter(({ type }) => isMarkdown(type));
  await readMarkdown(
    messages.map(({ text }) => text),
    context.texts,
  );
  return { conversationId, title: counted.title, step };
}

export default function ConversationStepsRoute() {
  return <StepsPage {...useLoaderData<typeof loader>()} />;
}
