import { useTranslation } from 'react-i18next';
import type { AgentTool } from '../../../../../workflows/domain/team.ts';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { viewOfTool } from '../tools/registry.ts';

/** A tool in an agent's card, folded: its name and its definition. */
export function ToolItem({ tool }: { tool: AgentTool }) {
  const { t } = useTranslation(['tools', 'participants']);
  const view = viewOfTool(tool);
  const name = view.title(tool);
  return (
    <details className="rounded-lg border border-line">
      <summary className="rounded-lg px-3.5 py-2 text-sm">
        <span className="font-mono text-[0.8125rem] font-medium wrap-anywhere">{name}</span>{' '}
        <span className="text-ink-muted">{t(`${tool.kind}.name`)}</span>
      </summary>
      <div className="space-y-2 border-t border-line p-3 text-sm">
        {'description' in tool && tool.description !== '' ? <p>{tool.description}</p> : null}
        <CodeBlock label={t('participants:agent.facts.behindTool', { name })}>
          {view.code?.(tool) ?? JSON.stringify(tool, null, 2)}
        </CodeBlock>
      </div>
    </details>
  );
}
