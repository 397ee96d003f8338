import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { deleteDocument } from '../data/knowledge/deleteDocument.server.ts';
import { parseDocumentRequest } from '../data/knowledge/documentRequest.ts';
import { listCitations } from '../data/knowledge/listCitations.server.ts';
import { readDocumentPage } from '../data/knowledge/readDocumentPage.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { DocumentPage } from '../pages/knowledge/document/DocumentPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) => data?.document.title ?? t('knowledge:title')),
];

/** Conversations that the page names. */
const MOST_CITING = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const collectionId = requireUuid(params['collectionId']);
  const documentId = requireUuid(params['documentId']);
  const asked = parseDocumentRequest(new URL(request.url).searchParams);
  const read = await readDocumentPage(scope, { collectionId, documentId }, asked);
  if (read === null) throw refuse(404, fault('knowledge:faults.noDocument'));
  const { rows, total } = await listCitations(scope, { documentId }, { skip: 0, take: MOST_CITING });
  const citations = { conversations: rows, total };
  return data({ ...read, asked, citations }, { status: read.shown === null ? 404 : 200 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const collectionId = requireUuid(params['collectionId']);
  const documentId = requireUuid(params['documentId']);
  if ((await request.formData()).get('intent') !== 'delete') throw refuse(400);
  const title = await deleteDocument(scope, { userId: user.id, collectionId, documentId });
  if (title === null) throw refuse(404, fault('knowledge:faults.noDocument'));
  return redirect(`/knowledge/${collectionId}?deleted=${encodeURIComponent(title)}`);
}

export default function DocumentRoute() {
  return <DocumentPage {...useLoaderData<typeof loader>()} />;
}
