import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

/** The prices that the project knows, by model. */
export async function listPrices({ projectId }: ProjectScope) {
  return services().database.modelPrice.findMany({
    where: { projectId },
    orderBy: { model: 'asc' },
    select: { model: true, inputMicroUsdPerMillion: true, outputMicroUsdPerMillion: true, updatedAt: true },
  });
}
