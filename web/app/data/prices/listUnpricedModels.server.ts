import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

/** The models that the project has called and has no price for, with how many calls went unpriced. */
export async function listUnpricedModels({ projectId }: ProjectScope) {
  const { database } = services();
  const [used, priced] = await Promise.all([
    database.modelCall.groupBy({
      by: ['model'],
      where: { projectId, costMicroUsd: null, state: 'completed' },
      _count: true,
      orderBy: { model: 'asc' },
    }),
    database.modelPrice.findMany({ where: { projectId }, select: { model: true } }),
  ]);
  const known = new Set(priced.map(({ model }) => model));
  return used
    .filter(({ model }) => !known.has(model))
    .map(({ model, _count }) => ({ model, callCount: _count }));
}
