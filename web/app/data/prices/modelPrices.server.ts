import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListRequest, readListPage } from '../lists/listPage.ts';

/** A page of the prices that the project knows, by model. */
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

type SetPriceOptions = {
  userId: string;
  model: string;
  inputMicroUsdPerMillion: bigint;
  outputMicroUsdPerMillion: bigint;
};

/** Sets what a model costs from now on; calls that are priced already keep what they cost. */
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

/** Forgets what a model costs: its calls from now on have no known price. */
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
