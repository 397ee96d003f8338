import { useTranslation } from 'react-i18next';
import type { ProposedCall } from '../../../../../../workflows/domain/transcript/entry.ts';
import { prettyJson } from '../../../../views/format/prettyJson.ts';
import { MachineText } from '../../../../views/text/MachineText.tsx';
import type { ToolCallNode } from '../transcriptNode.ts';
import { ToolCallCard } from './ToolCallCard.tsx';

/** A message's tool calls in order. If the ledger has no row for one, the message's own data is shown. */
export function ToolCallsContent({
  proposed,
  toolCalls,
}: {
  proposed: readonly ProposedCall[];
  toolCalls: readonly ToolCallNode[];
}) {
  const { t } = useTranslation('transcript');
  if (toolCalls.length > 0) {
    return (
      <ul className="space-y-2.5">
        {toolCalls.map((node) => (
          <li key={node.call.id}>
            <ToolCallCard node={node} />
          </li>
        ))}
      </ul>
    );
  }
  return proposed.map(({ id, name, arguments: given }) => (
    <MachineText key={id} label={t('callOf', { tool: name })} text={prettyJson(given)} />
  ));
}
