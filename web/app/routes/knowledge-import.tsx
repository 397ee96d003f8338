import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readCollection } from '../data/knowledge/readCollection.server.ts';
import { receiveImport } from '../data/knowledge/receiveImport.server.ts';
import { startImport } from '../data/knowledge/startImport.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { ImportPage } from '../pages/knowledge/ImportPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('knowledge:import.title'))];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const collectionId = requireUuid(params['collectionId']);
  const collection = await readCollection(scope, collectionId);
  if (collection === null) throw refuse(404, fault('knowledge:faults.noCollection'));
  return { collectionId, name: collection.name, idempotencyKey: randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const collectionId = requireUuid(params['collectionId']);
  // Before anything is written down for it.
  if ((await readCollection(scope, collectionId)) === null)
    throw refuse(404, fault('knowledge:faults.noCollection'));
  const received = await receiveImport(scope, collectionId, request);
  if (received.kind === 'refused') return data({ faults: received.faults }, { status: 422 });
  const { files, addresses } = received;
  const started = await startImport(scope, {
    userId: user.id,
    collectionId,
    // One without a key, which no page of ours sends, is an import of its own.
    idempotencyKey: received.idempotencyKey ?? randomUUID(),
    repeatedBy: 'key_and_documents',
    files,
    addresses,
  });
  if (started === null) throw refuse(404, fault('knowledge:faults.noCollection'));
  return redirect(`/knowledge/${collectionId}?imported=${started.importId}`);
}

export default function ImportRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <ImportPage {...loaded} faults={useActionData<typeof action>()?.faults} />;
}
