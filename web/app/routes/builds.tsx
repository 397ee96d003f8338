import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { moveConversations } from '../data/builds/moveConversations.server.ts';
import { moveFormSchema } from '../data/builds/moveForm.ts';
import { readBuilds } from '../data/builds/readBuilds.server.ts';
import { unlessBusy } from '../data/replay/unlessBusy.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { BuildsPage } from '../pages/builds/BuildsPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('builds:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  return readBuilds(scope);
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const submission = parseForm(await request.formData(), moveFormSchema);
  if (submission.status !== 'success') throw refuse(400);
  const answer = await unlessBusy(() => moveConversations(scope, user.id, submission.value));
  if ('faults' in answer) return data({ moved: null, faults: answer.faults }, { status: 503 });
  const { result } = answer;
  if (result.outcome === 'refused') {
    return data({ moved: null, faults: [fault(`builds:faults.${result.refusal}`)] }, { status: 409 });
  }
  return data({ moved: result, faults: [] as string[] });
}

export default function BuildsRoute() {
  const answer = useActionData<typeof action>();
  return (
    <BuildsPage view={useLoaderData<typeof loader>()} moved={answer?.moved ?? null} faults={answer?.faults} />
  );
}
