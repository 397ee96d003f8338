import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

export type SetPriceOptions = {
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
