/** Words that somebody or some model is told, as they stand. */
export function Prompt({ children }: { children: string }) {
  if (children === '') return <>None.</>;
  return (
    <p className="rounded-lg bg-sunken px-3.5 py-3 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
      {children}
    </p>
  );
}
