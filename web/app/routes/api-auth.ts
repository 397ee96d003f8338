import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { services } from '../services.server.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return services().auth.handler(request);
}

export function action({ request }: ActionFunctionArgs) {
  return services().auth.handler(request);
}
