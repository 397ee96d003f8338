import { countOf, fieldsOf, listOf } from '../../model/loose.ts';
import { ModelFailure } from '../../model/modelFailure.ts';

export interface ReadEmbeddings {
  /** In the order of the texts. */
  vectors: number[][];
  dimensions: number;
  /** Null: the server does not say. */
  tokens: number | null;
}

/** An Embeddings answer, checked: as many vectors as texts, put in order by their index, of one length, of finite numbers. */
export function readEmbeddings(answer: unknown, count: number, address: string): ReadEmbeddings {
  const malformed = (what: string) =>
    new ModelFailure('model_malformed_answer', `The embedding model at ${address} sent ${what}`, { address });
  const { data, usage } = fieldsOf(answer);
  const items = listOf(data);
  if (items.length !== count) {
    throw malformed(`${String(items.length)} vectors for ${String(count)} texts`);
  }
  const vectors = new Array<number[] | undefined>(count).fill(undefined);
  items.forEach((item, place) => {
    const { index, embedding } = fieldsOf(item);
    // Some leave it out where there is one text.
    const at = index === undefined && count === 1 ? place : index;
    if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at >= count) {
      throw malformed('a vector without a place among the texts');
    }
    if (vectors[at] !== undefined) throw malformed('two vectors for one text');
    const numbers = listOf(embedding);
    if (numbers.length === 0) throw malformed('an empty vector');
    // As the store keeps them: in single precision.
    if (!numbers.every((each) => typeof each === 'number' && Number.isFinite(Math.fround(each)))) {
      throw malformed('a vector with something that is no number');
    }
    vectors[at] = numbers as number[];
  });
  const whole = vectors.map((vector) => vector ?? []);
  const dimensions = whole[0]?.length ?? 0;
  if (whole.some((vector) => vector.length !== dimensions)) throw malformed('vectors of different lengths');
  const { prompt_tokens, total_tokens } = fieldsOf(usage);
  return { vectors: whole, dimensions, tokens: countOf(prompt_tokens) ?? countOf(total_tokens) };
}
