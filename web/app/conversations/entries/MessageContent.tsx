import { Badge } from '../../components/ui/Badge.tsx';
import { Markdown } from '../../components/ui/Markdown.tsx';
import { assertNever } from '../../../../workflows/domain/json.ts';
import type { MessageView } from '../view.ts';
import type { ToolCallNode } from '../transcriptTree.ts';
import { Fold } from './Fold.tsx';
import { HandoffContent } from './HandoffContent.tsx';
import { LedgerContent } from './LedgerContent.tsx';
import { MachineText } from './MachineText.tsx';
import { PartsContent } from './PartsContent.tsx';
import { ToolCallsContent } from './ToolCallsContent.tsx';

export type MessageContentProps = {
  conversationId: string;
  message: MessageView;
  toolCalls: readonly ToolCallNode[];
};

/** What a message says, by its type. */
export function MessageContent({ conversationId, message, toolCalls }: MessageContentProps) {
  const { content, body } = message;
  switch (body?.kind) {
    case undefined:
    case 'asked':
    case 'task':
      return <Markdown>{content}</Markdown>;
    case 'tool_calls':
      return <ToolCallsContent proposed={body.calls} toolCalls={toolCalls} />;
    case 'tool_results':
      return body.results.map(({ callId, name, content: result, isError }) => (
        <MachineText
          key={callId}
          label={`Result of ${name}`}
          text={result}
          tone={isError ? 'error' : 'plain'}
        />
      ));
    case 'tool_summary':
      return <Markdown>{content}</Markdown>;
    case 'handoff':
      return <HandoffContent source={message.source} content={content} body={body} />;
    case 'structured':
      return (
        <>
          {body.formatString === null ? null : <Markdown>{content}</Markdown>}
          <Fold label="The message as JSON" open={body.formatString === null} className="mt-2">
            <MachineText label="JSON" text={JSON.stringify(body.value, null, 2)} />
          </Fold>
        </>
      );
    case 'multimodal':
      return <PartsContent conversationId={conversationId} messageId={message.id} parts={body.parts} />;
    case 'speakers':
      return <Markdown>{content}</Markdown>;
    case 'code':
      return <Markdown>{content}</Markdown>;
    case 'code_result':
      return (
        <div className="space-y-2">
          <Badge tone={body.exitCode === 0 ? 'green' : 'red'}>
            {body.exitCode === 0 ? 'Ran to its end' : `Exit code ${String(body.exitCode)}`}
          </Badge>
          <MachineText label="Output" text={content} tone={body.exitCode === 0 ? 'plain' : 'error'} />
        </div>
      );
    case 'ledger':
      return <LedgerContent content={content} body={body} />;
    default:
      return assertNever(body);
  }
}
