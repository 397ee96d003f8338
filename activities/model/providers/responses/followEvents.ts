import { fieldsOf } from '../../loose.ts';
import type { AnsweredResponse, ResponseAssembly } from './assembleResponse.ts';
import { failureOf } from './readResponse.ts';

/**
 * Reads a response's stream to its final state, or to the end of the stream (null). Throws a ModelFailure if the
 * stream reports an error.
 */
export async function followEvents(
  events: AsyncIterable<unknown>,
  assembly: ResponseAssembly,
  told: { onPiece: (text: string) => void; onEvent?: () => Promise<void> },
): Promise<AnsweredResponse | null> {
  try {
    for await (const event of events) {
      const fields = fieldsOf(event);
      if (fields['type'] === 'error') throw failureOf(fields['error'] ?? fields);
      if (fields['type'] === undefined && 'error' in fields) throw failureOf(fields['error']);
      const isNews = assembly.add(event);
      await told.onEvent?.();
      if (isNews) told.onPiece(assembly.text());
      if (assembly.ended() !== null) break;
    }
  } catch (error) {
    // What is whole stays whole, whatever becomes of the connection.
    if (assembly.ended() === null) throw error;
  }
  return assembly.ended();
}
