import type { Client } from '@temporalio/client';

/** Temporal's number for the type Keyword. */
const KEYWORD = 2;

/**
 * Sees to it that search attributes of type Keyword exist in the namespace; adding one twice is no error. Where the
 * server does not let a client add them (Temporal Cloud), they have to be there: fails with a sentence that names them.
 */
export async function ensureKeywordAttributes(
  client: Client,
  namespace: string,
  names: readonly string[],
): Promise<void> {
  const { operatorService } = client.connection;
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = names.filter((name) => customAttributes?.[name] === undefined);
  if (missing.length === 0) return;
  try {
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])),
    });
  } catch (error) {
    throw new Error(
      `The namespace ${namespace} lacks search attributes, and we may not add them: add ${missing.join(', ')} (each of type Keyword)`,
      { cause: error },
    );
  }
}
