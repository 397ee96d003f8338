import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node';
import { inMib } from '../../../../replay/limits.ts';
import { fault } from '../../languages/fault.ts';
import { services } from '../../services.server.ts';
import { refuse } from '../requests/refuse.server.ts';

/** The bytes of a history that a form brings; or what is wrong with it. Nothing of it is read here. */
export async function receiveHistory(request: Request): Promise<Uint8Array | { faults: string[] }> {
  if (!/^multipart[/]form-data;/i.test(request.headers.get('content-type') ?? '')) throw refuse(400);
  const { mostBytes } = services().replayer.limits;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    await parseMultipart(request, async ({ name, filename, data }) => {
      for await (const part of data) {
        size += part.length;
        if (name === 'history' && filename !== undefined && size <= mostBytes) parts.push(part);
      }
      return null;
    });
  } catch (error) {
    if (error instanceof Error && /^malformed /.test(error.message)) throw refuse(400);
    throw error;
  }
  if (size > mostBytes) {
    return { faults: [fault('replay:faults.fileTooLarge', { size: inMib(mostBytes) })] };
  }
  return parts.length === 0 ? { faults: [fault('replay:faults.noFile')] } : Buffer.concat(parts);
}
