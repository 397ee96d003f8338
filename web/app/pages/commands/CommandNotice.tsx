import { useFaultWords } from '../../languages/faultWords.ts';
import { Notice } from '../../views/ui/Notice.tsx';
import type { CommandResult } from './commandResult.ts';

/** What became of a command, where that has to be read: a success shows itself in the transcript. */
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
