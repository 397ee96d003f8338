import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node';
import { chooseLanguage } from '../data/accounts/chooseLanguage.server.ts';
import { safeNext } from '../data/accounts/safeNext.ts';
import { DEFAULT_LANGUAGE, parseLanguage } from '../languages/language.ts';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = parseLanguage(form.get('language')) ?? DEFAULT_LANGUAGE;
  const headers = await chooseLanguage(request, language);
  return redirectDocument(safeNext(form.get('next')), { headers });
}

export function loader() {
  return redirect('/');
}
