import { Avatar } from './Avatar.tsx';

export type AvatarStackProps = {
  /** Of any kind: all except persons have an agent's avatar. */
  participants: readonly { name: string; kind: string }[];
  max?: number;
};

/** Several participants in a small space. Decorative: name them beside it. */
export function AvatarStack({ participants, max = 5 }: AvatarStackProps) {
  return (
    <span aria-hidden className="flex shrink-0 items-center gap-1">
      {participants.slice(0, max).map(({ name, kind }) => (
        <Avatar key={name} name={name} of={kind === 'person' ? 'person' : 'agent'} size="sm" />
      ))}
      {participants.length > max ? (
        <span className="ml-0.5 text-xs font-medium text-ink-muted">+{participants.length - max}</span>
      ) : null}
    </span>
  );
}
