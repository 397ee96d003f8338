import type { ModelClient } from '../../../../workflows/domain/model.ts';
import type { Translate } from '../../languages/translator.ts';

/** The model that answers; null: the installation's default. */
export function modelInWords(t: Translate, model: ModelClient | null): string {
  if (model === null) return t('teams:model.default');
  const parameters = Object.entries(model.parameters).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`,
  );
  const where = model.baseUrl === null ? [] : [t('teams:model.at', { address: model.baseUrl })];
  const secret = model.apiKeySecret === null ? [] : [t('teams:model.secret', { name: model.apiKeySecret })];
  return [model.model, ...where, ...secret, ...parameters].join(', ');
}
