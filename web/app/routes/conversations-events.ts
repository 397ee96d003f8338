import { refuse } from '../errors/refuse.server.ts';

export function loader() {
  throw refuse(404);
}
