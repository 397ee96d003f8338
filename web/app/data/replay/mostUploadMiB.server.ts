import { inMib } from '../../../../replay/limits.ts';
import { services } from '../../services.server.ts';

/** How large an uploaded history may be, in MiB. */
export function mostUploadMiB(): number {
  return inMib(services().replayer.limits.mostBytes);
}
