import { fieldsOf } from '../../loose.ts';
import type { AnsweredResponse, ResponseAssembly } from './assembleResponse.ts';
import { failureOf } from './readResponse.ts';

/**
 * Reads a stream of a response until its last state, or until there is no more of it (null). Fails with a ModelFailure
 * where the stream says that something went wrong.
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
