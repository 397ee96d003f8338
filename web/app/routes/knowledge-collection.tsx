import { randomUUID } from 'node:crypto';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ProjectScope } from '../data/accounts/projectScope.server.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { deleteCollection } from '../data/knowledge/deleteCollection.server.ts';
import { importIntents } from '../data/knowledge/importIntents.ts';
import { listDocuments } from '../data/knowledge/listDocuments.server.ts';
import { listImports } from '../data/knowledge/listImports.server.ts';
import { readCollection } from '../data/knowledge/readCollection.server.ts';
import { retryImport } from '../data/knowledge/retryImport.server.ts';
import { steerImport } from '../data/knowledge/steerImport.server.ts';
import { parseListRequest } from '../data/lists/listPage.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireUuid } from '../data/requests/requireUuid.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { CollectionPage } from '../pages/knowledge/CollectionPage.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(matches, (t) => data?.collection.name ?? t('knowledge:title')),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const collectionId = requireUuid(params['collectionId']);
  const { searchParams } = new URL(request.url);
  const [collection, list, imports] = await Promise.all([
    readCollection(scope, collectionId),
    listDocuments(scope, collectionId, parseListRequest(searchParams)),
    listImports(scope, collectionId),
  ]);
  if (collection === null || list === null) throw refuse(404, fault('knowledge:faults.noCollection'));
  return {
    collection,
    list,
    imports,
    deleted: searchParams.get('deleted'),
    imported: searchParams.get('imported'),
    idempotencyKey: randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, user } = await requireMember(request);
  const collectionId = requireUuid(params['collectionId']);
  const form = await request.formData();
  if (form.get('intent') !== 'delete') {
    const command = importCommandSchema.safeParse(Object.fromEntries(form));
    if (!command.success) throw refuse(400);
    await commandImport(scope, { userId: user.id, collectionId, ...command.data });
    return redirect(`/knowledge/${collectionId}`);
  }
  const deletion = await deleteCollection(scope, { userId: user.id, collectionId });
  if (deletion.kind === 'not_found') throw refuse(404, fault('knowledge:faults.noCollection'));
  if (deletion.kind === 'importing') throw refuse(409, fault('knowledge:faults.importing'));
  return redirect(`/knowledge?deleted=${encodeURIComponent(deletion.name)}`);
}

const importCommandSchema = z.object({ intent: z.enum(importIntents), importId: z.guid() });

async function commandImport(
  scope: ProjectScope,
  {
    intent,
    ...about
  }: z.output<typeof importCommandSchema> & Omit<Parameters<typeof retryImport>[1], 'importId'>,
): Promise<void> {
  const outcome =
    intent === 'retry'
      ? await retryImport(scope, about)
      : await steerImport(scope, { ...about, steering: intent });
  if (outcome === 'not_found') throw refuse(404, fault('knowledge:faults.noImport'));
  if (outcome === 'not_started') throw refuse(409, fault('knowledge:faults.importNotStarted'));
}

export default function CollectionRoute() {
  return <CollectionPage {...useLoaderData<typeof loader>()} />;
}
