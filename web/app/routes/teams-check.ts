import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { findingsInText } from '../data/teams/check/findingsInText.server.ts';
import { fault } from '../languages/fault.ts';

/** What the server sees in a team's JSON (`config`) while somebody writes it. Nothing is saved. */
export async function action({ request }: ActionFunctionArgs) {
  await requireMember(request);
  const text = (await request.formData()).get('config');
  if (typeof text !== 'string') throw refuse(400, fault('teams:faults.textMissing'));
  return Response.json(findingsInText(text), { headers: { 'cache-control': 'no-store' } });
}

export function loader() {
  return redirect('/teams');
}
