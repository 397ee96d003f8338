import { redirect } from '@remix-run/node';
import { FIRST_SECTION } from '../pages/settings/sections.ts';

export function loader() {
  return redirect(FIRST_SECTION);
}
