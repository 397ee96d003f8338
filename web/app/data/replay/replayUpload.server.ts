import type { ReplayVerdict } from '../../../../workflows/domain/replay/verdict.ts';
import { services } from '../../services.server.ts';

/** Replays a history that somebody has brought, as Temporal's JSON, in a process of its own. Throws ReplayBusyError. */
export async function replayUpload(bytes: Uint8Array): Promise<ReplayVerdict> {
  const { replayer } = services();
  return replayer.withProcess((process) => process.replay({ form: 'json', bytes }));
}
