import { Avatar } from './Avatar.tsx';

/** Several agents in little room. Decorative: name them beside it. */
export function AvatarStack({ names, max = 5 }: { names: readonly string[]; max?: number }) {
  const shown = names.slice(0, max);
  return (
    <span aria-hidden className="flex shrink-0 items-center">
      {shown.map((name) => (
        <Avatar key={name} name={name} size="sm" className="-ml-1 ring-2 ring-surface first:ml-0" />
      ))}
      {names.length > max ? (
        <span className="ml-1.5 text-xs font-medium text-ink-muted">+{names.length - max}</span>
      ) : null}
    </span>
  );
}
