import { classNames } from './classNames.ts';
import { CopyButton } from './CopyButton.tsx';

/**
 * Text written by a machine: JSON, a request, an answer. It scrolls in its own box, which the keyboard can reach, and
 * can be copied.
 */
export function CodeBlock({
  children,
  label,
  className,
}: {
  children: string;
  label: string;
  className?: string;
}) {
  return (
    <div className={classNames('relative', className)}>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-[70vh] overflow-auto rounded-lg border border-line bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed"
      >
        <code>{children}</code>
      </pre>
      <CopyButton text={children} label={label} className="absolute top-2.5 right-2.5" />
    </div>
  );
}
