import { fault } from '../../languages/fault.ts';
import { TEXT_OWNERS } from '../../views/text/shownText.ts';
import { parseId } from '../requests/parseId.ts';
import { refuse } from '../requests/refuse.server.ts';
import type { TextAddress } from './textSource.server.ts';

export const NO_TEXT = fault('texts:faults.notFound');

/** The text that an address names; throws a 404 if there is none. */
export function requireTextAddress(
  request: Request,
  params: { owner?: string | undefined; id?: string | undefined },
): TextAddress {
  const owner = TEXT_OWNERS.find((each) => each === params.owner);
  const id = parseId(params.id);
  const path = new URL(request.url).searchParams.get('path') ?? 'content';
  if (owner === undefined || id === null || path.length > 500) throw refuse(404, NO_TEXT);
  return { owner, id, path };
}
