import { refuse } from '../data/requests/refuse.server.ts';

export function loader() {
  throw refuse(404);
}

export default function NotFound() {
  return null;
}
