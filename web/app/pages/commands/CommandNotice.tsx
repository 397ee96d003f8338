import { useFaultWords } from '../../languages/faultWords.ts';
import { Notice } from '../../views/ui/Notice.tsx';
import type { CommandResult } from './commandResult.ts';

/** The result of a command, if there is something to read: a success is visible in the transcript. */
export function CommandNotice({ result }: { result: CommandResult | undefined }) {
  const words = useFaultWords();
  if (result === undefined || result.ok || result.errors.length > 0) return null;
  return (
    <Notice
      kind={result.kind === 'waiting' ? 'warning' : 'error'}
      title={words(result.title)}
      className="mt-3"
    >
      {words(result.detail)}
    </Notice>
  );
}
