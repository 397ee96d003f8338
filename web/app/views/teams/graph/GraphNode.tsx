import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/classNames.ts';
import type { PlacedNode } from './layoutPicture.ts';

export type GraphNodeData = Node<
  Pick<PlacedNode, 'label' | 'detail' | 'kind' | 'isStart'> & { state: 'active' | 'done' | 'idle' } & Record<
      string,
      unknown
    >,
  'participant'
>;

/** A box in a team's drawing. */
export function GraphNode({ data }: NodeProps<GraphNodeData>) {
  const { t } = useTranslation('teams');
  const { label, detail, kind, isStart, state } = data;
  return (
    <div
      className={classNames(
        'flex h-full w-full items-center gap-2.5 rounded-xl border bg-surface px-3 shadow-raised',
        kind === 'participant' ? 'border-line-strong' : 'border-dashed border-line-strong bg-sunken',
        state === 'active' && 'border-brand bg-brand-soft ring-2 ring-brand',
      )}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
      <Avatar name={label} of={kind === 'outside' ? 'person' : 'agent'} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-[0.8125rem] leading-tight font-semibold" title={label}>
          {label}
        </p>
        <p className="truncate text-[0.6875rem] leading-tight text-ink-muted" title={detail}>
          {state === 'active' ? t('drawing.speaks') : isStart ? `${t('drawing.begins')} · ${detail}` : detail}
        </p>
      </div>
      {state === 'done' ? <Check aria-hidden className="size-3.5 shrink-0 text-green-ink" /> : null}
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
    </div>
  );
}
