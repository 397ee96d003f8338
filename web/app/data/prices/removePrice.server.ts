import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

export type RemovePriceOptions = { userId: string; model: string };

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
