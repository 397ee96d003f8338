import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { safeNext } from '../data/accounts/safeNext.ts';
import { parseTheme, serializeTheme } from '../views/theme/theme.ts';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const headers = { 'set-cookie': serializeTheme(parseTheme(form.get('theme'))) };
  return redirect(safeNext(form.get('next')), { headers });
}

export function loader() {
  return redirect('/');
}
