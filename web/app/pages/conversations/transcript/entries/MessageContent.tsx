import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../../workflows/domain/json.ts';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { MachineText } from '../../../../views/text/MachineText.tsx';
import { shownText } from '../../../../views/text/shownText.ts';
import { Badge } from '../../../../views/ui/Badge.tsx';
import { Fold } from '../../../../views/ui/Fold.tsx';
import { Markdown } from '../../../../views/ui/Markdown.tsx';
import type { ToolCallNode } from '../transcriptNode.ts';
import { HandoffContent } from './HandoffContent.tsx';
import { LedgerContent } from './LedgerContent.tsx';
import { PartsContent } from './PartsContent.tsx';
import { ToolCallsContent } from './ToolCallsContent.tsx';

export type MessageContentProps = {
  conversationId: string;
  message: MessageView;
  toolCalls: readonly ToolCallNode[];
};

/** What a message says, by its type. */
export function MessageContent({ conversationId, message, toolCalls }: MessageContentProps) {
  const { t } = useTranslation('transcript');
  const { content, body } = message;
  const wholeMessage = (
    <Markdown shown={shownText('message', message, 'content')} citations={message.citations}>
      {content}
    </Markdown>
  );
  switch (body?.kind) {
    case undefined:
    case 'asked':
    case 'task':
      return wholeMessage;
    case 'tool_calls':
      return <ToolCallsContent proposed={body.calls} toolCalls={toolCalls} />;
    case 'tool_results':
      return body.results.map(({ callId, name, content: result, isError }, index) => (
        <MachineText
          key={callId}
          label={t('resultOf', { tool: name })}
          text={result}
          shown={shownText('message', message, `body.results.${String(index)}.content`)}
          tone={isError ? 'error' : 'plain'}
        />
      ));
    case 'tool_summary':
      return wholeMessage;
    case 'handoff':
      return (
        <HandoffContent source={message.source} wholeMessage={wholeMessage} message={message} body={body} />
      );
    case 'structured':
      return (
        <>
          {body.formatString === null ? null : wholeMessage}
          <Fold label={t('structured.whole')} open={body.formatString === null} className="mt-2">
            <MachineText
              label={t('structured.json')}
              text={
                typeof body.value === 'string' && message.cuts?.['body.value'] !== undefined
                  ? body.value
                  : JSON.stringify(body.value, null, 2)
              }
              shown={shownText('message', message, 'body.value')}
            />
          </Fold>
        </>
      );
    case 'multimodal':
      return <PartsContent conversationId={conversationId} message={message} parts={body.parts} />;
    case 'speakers':
      return wholeMessage;
    case 'code':
      return wholeMessage;
    case 'code_result':
      return (
        <div className="space-y-2">
          <Badge tone={body.exitCode === 0 ? 'green' : 'red'}>
            {t('code.exit', { code: body.exitCode })}
          </Badge>
          <MachineText
            label={t('code.output')}
            text={content}
            shown={shownText('message', message, 'content')}
            tone={body.exitCode === 0 ? 'plain' : 'error'}
          />
        </div>
      );
    case 'ledger':
      return <LedgerContent wholeMessage={wholeMessage} message={message} body={body} />;
    default:
      return assertNever(body);
  }
}
