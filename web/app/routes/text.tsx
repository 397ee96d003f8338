import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { findTextOwner } from '../data/texts/findTextOwner.server.ts';
import { readText } from '../data/texts/readText.server.ts';
import { NO_TEXT, requireTextAddress } from '../data/texts/requireTextAddress.server.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { PAGE_CHARACTERS, TextPage } from '../pages/texts/TextPage.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('texts:title'))];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const address = requireTextAddress(request, params);
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '1');
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1;
  const offset = (page - 1) * PAGE_CHARACTERS;
  const [piece, owner] = await Promise.all([
    offset < 2_000_000_000 ? readText(scope, address, { offset, most: PAGE_CHARACTERS }) : null,
    findTextOwner(scope, address),
  ]);
  if (piece === null || owner === null || (page > 1 && piece.text === '')) throw refuse(404, NO_TEXT);
  const { text, ...rest } = piece;
  const textKey = `whole/${address.owner}/${address.id}/${address.path}/${String(page)}`;
  context.texts?.byKey.set(textKey, text);
  return { address, owner, page, textKey, text: context.texts === null ? text : '', ...rest };
}

export default function TextRoute() {
  return <TextPage {...useLoaderData<typeof loader>()} />;
}
