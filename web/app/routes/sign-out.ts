import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { services } from '../services.server.ts';

export async function action({ request }: ActionFunctionArgs) {
  const { headers } = await services().auth.api.signOut({ headers: request.headers, returnHeaders: true });
  return redirect('/sign-in?signed-out=1', { headers });
}

export function loader() {
  return redirect('/sign-in');
}
