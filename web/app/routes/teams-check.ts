import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { findingsForProject } from '../data/teams/check/findingsForProject.server.ts';
import { fault } from '../languages/fault.ts';

/** The server's findings for a team's JSON (`config`) while somebody edits it. Nothing is saved. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireMember(request);
  const text = (await request.formData()).get('config');
  if (typeof text !== 'string') throw refuse(400, fault('teams:faults.textMissing'));
  return Response.json(await findingsForProject(scope, text), { headers: { 'cache-control': 'no-store' } });
}

export function loader() {
  return redirect('/teams');
}
