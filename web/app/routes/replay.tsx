import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { mostUploadMiB } from '../data/replay/mostUploadMiB.server.ts';
import { receiveHistory } from '../data/replay/receiveHistory.server.ts';
import { replayUpload } from '../data/replay/replayUpload.server.ts';
import { unlessBusy } from '../data/replay/unlessBusy.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { UploadPage } from '../pages/replay/UploadPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('replay:upload.title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMember(request);
  return { mostMiB: mostUploadMiB() };
}

export async function action({ request }: ActionFunctionArgs) {
  await requireMember(request);
  const bytes = await receiveHistory(request);
  if ('faults' in bytes) return data({ verdict: null, faults: bytes.faults }, { status: 422 });
  const answer = await unlessBusy(() => replayUpload(bytes));
  if ('faults' in answer) return data({ verdict: null, faults: answer.faults }, { status: 503 });
  return data({ verdict: answer.result, faults: [] as string[] });
}

export default function ReplayRoute() {
  const answer = useActionData<typeof action>();
  return <UploadPage {...useLoaderData<typeof loader>()} verdict={answer?.verdict} faults={answer?.faults} />;
}
