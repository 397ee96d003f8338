import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readNotice } from '../data/notices/readNotices.server.ts';
import { sendNoticeAgain } from '../data/notices/sendNoticeAgain.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NoticePage } from '../pages/notices/NoticePage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('notices:title'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user, role } = await requireMember(request);
  const reader = { userId: user.id, isOwner: role === 'owner' };
  const notice = await readNotice(scope, reader, requireUuid(params['noticeId']));
  if (notice === null) throw refuse(404, fault('notices:faults.notFound'));
  return { notice };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user, role } = await requireMember(request);
  const noticeId = requireUuid(params['noticeId']);
  const reader = { userId: user.id, isOwner: role === 'owner' };
  const outcome = await sendNoticeAgain(scope, reader, noticeId);
  if (outcome === 'not_found') throw refuse(404, fault('notices:faults.notFound'));
  if (outcome === 'refused') throw refuse(409, fault('notices:faults.notResendable'));
  return redirect(`/settings/notices/${noticeId}`);
}

export default function NoticeRoute() {
  return <NoticePage notice={useLoaderData<typeof loader>().notice} />;
}
