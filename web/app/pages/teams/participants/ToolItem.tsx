import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../workflows/domain/json.ts';
import type { AgentTool } from '../../../../../workflows/domain/team.ts';
import { toolName } from '../../../views/teams/participantInWords.ts';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';

/** A tool in an agent's card, folded: what it is called and what stands behind it. */
export function ToolItem({ tool }: { tool: AgentTool }) {
  const { t } = useTranslation(['tools', 'participants']);
  const name = toolName(tool);
  return (
    <details className="rounded-lg border border-line">
      <summary className="rounded-lg px-3.5 py-2 text-sm">
        <span className="font-mono text-[0.8125rem] font-medium wrap-anywhere">{name}</span>{' '}
        <span className="text-ink-muted">{t(`${tool.kind}.name`)}</span>
      </summary>
      <div className="space-y-2 border-t border-line p-3 text-sm">
        {'description' in tool && tool.description !== '' ? <p>{tool.description}</p> : null}
        <CodeBlock label={t('participants:agent.facts.behindTool', { name })}>{behind(tool)}</CodeBlock>
      </div>
    </details>
  );
}

function behind(tool: AgentTool): string {
  switch (tool.kind) {
    case 'python':
      return [...tool.imports, tool.source].join('\n');
    case 'http':
    case 'mcp_stdio':
    case 'mcp_http':
    case 'participant':
      return JSON.stringify(tool, null, 2);
    default:
      return assertNever(tool);
  }
}
