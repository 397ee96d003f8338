import type { KnowledgeActivities } from '../../../workflows/contracts/ingestion.ts';
import { withAttemptLimit } from '../../execution/attemptLimit.ts';
import { createImportActivities } from './imports.ts';
import { createKeepSource } from './keepSource.ts';
import { createPublishVersion } from './publishVersion.ts';
import { createReadSource } from './readSource.ts';
import { createStorePassages } from './storePassages.ts';

type Clients = Parameters<typeof createKeepSource>[0] &
  Parameters<typeof createReadSource>[0] &
  Parameters<typeof createStorePassages>[0];

/** Every activity of ingestion. */
export function createKnowledgeActivities(clients: Clients): KnowledgeActivities {
  return {
    ...createImportActivities(clients),
    keepSource: withAttemptLimit(createKeepSource(clients)),
    readSource: withAttemptLimit(createReadSource(clients)),
    storePassages: withAttemptLimit(createStorePassages(clients)),
    publishVersion: withAttemptLimit(createPublishVersion(clients)),
  };
}
