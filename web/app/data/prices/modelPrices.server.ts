import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListRequest, readListPage } from '../lists/listPage.ts';

/** A page of the project's prices, by model. */
export async function listPrices({ projectId }: ProjectScope, request: ListRequest) {
  const { modelPrice } = services().database;
  const { search } = request;
  const where = {
    projectId,
    ...(search === '' ? {} : { model: containing(search) }),
  };
  return readListPage(request, {
    count: () => modelPrice.count({ where }),
    rows: (part) =>
      modelPrice.findMany({
        where,
        orderBy: { model: 'asc' },
        ...part,
        select: {
          model: true,
          inputMicroUsdPerMillion: true,
          outputMicroUsdPerMillion: true,
          updatedAt: true,
        },
      }),
  });
}

/** The models that the project has called without a price, with the number of unpriced calls. */
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

type SetPriceOptions = {
  userId: string;
  model: string;
  inputMicroUsdPerMillion: bigint;
  outputMicroUsdPerMillion: bigint;
};

/** Sets a model's price from now on; calls that already have a cost keep it. */
export async function setPrice({ projectId }: ProjectScope, options: SetPriceOptions): Promise<void> {
  const { userId, model, ...price } = options;
  await services().database.$transaction(async (transaction) => {
    await transaction.modelPrice.upsert({
      where: { projectId_model: { projectId, model } },
      create: { projectId, model, ...price },
      update: price,
    });
    await transaction.auditEvent.create({
      data: {
        projectId,
        userId,
        action: 'price.set',
        subjectType: 'model',
        subjectId: model,
        detail: {
          inputMicroUsdPerMillion: Number(price.inputMicroUsdPerMillion),
          outputMicroUsdPerMillion: Number(price.outputMicroUsdPerMillion),
        },
      },
    });
  });
}

type RemovePriceOptions = { userId: string; model: string };

/** Removes a model's price: later calls have no known cost. */
export async function removePrice(
  { projectId }: ProjectScope,
  { userId, model }: RemovePriceOptions,
): Promise<void> {
  await services().database.$transaction(async (transaction) => {
    const { count } = await transaction.modelPrice.deleteMany({ where: { projectId, model } });
    if (count === 0) return;
    await transaction.auditEvent.create({
      data: { projectId, userId, action: 'price.remove', subjectType: 'model', subjectId: model, detail: {} },
    });
  });
}
