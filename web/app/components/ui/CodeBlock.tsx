import { classNames } from './classNames.ts';

/** Text as a machine wrote it: JSON, a request, an answer. Scrolls in its own box, reachable by keyboard. */
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
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className={classNames(
        'max-h-[70vh] overflow-auto rounded-lg border border-line bg-sunken p-4 font-mono text-[0.8125rem] leading-relaxed',
        className,
      )}
    >
      <code>{children}</code>
    </pre>
  );
}
