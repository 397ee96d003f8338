import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { collectionFormSchema } from '../data/knowledge/collectionForm.ts';
import { createCollection, embeddingDefault } from '../data/knowledge/createCollection.server.ts';
import { listCollections } from '../data/knowledge/listCollections.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { CollectionsPage } from '../pages/knowledge/CollectionsPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('knowledge:title'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const { searchParams } = new URL(request.url);
  const list = await listCollections(scope, parseListRequest(searchParams));
  return { list, embedding: embeddingDefault(), deleted: searchParams.get('deleted') };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const submission = parseForm(await request.formData(), collectionFormSchema);
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 });
  const { name, description, dimensions = embeddingDefault().dimensions } = submission.value;
  if (dimensions === null) {
    const result = submission.reply({ fieldErrors: { dimensions: [fault('common:faults.missing')] } });
    return data({ result }, { status: 422 });
  }
  const id = await createCollection(scope, { userId: user.id, name, description, dimensions });
  if (id !== null) return redirect(`/knowledge/${id}`);
  const result = submission.reply({ fieldErrors: { name: [fault('knowledge:faults.nameTaken')] } });
  return data({ result }, { status: 422 });
}

export default function CollectionsRoute() {
  const { list, embedding, deleted } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return <CollectionsPage list={list} embedding={embedding} deleted={deleted} lastResult={lastResult} />;
}
