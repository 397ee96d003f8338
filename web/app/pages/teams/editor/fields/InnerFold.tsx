import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField, useGoTo } from '../DraftContext.tsx';
import { isWithin, placeAttribute } from '../place.ts';
import { FieldErrors } from './FieldErrors.tsx';
import { IssueMark } from './IssueMark.tsx';

export type InnerFoldProps = {
  path: TeamPath;
  /** Its content, in a few words. */
  title: string;
  detail: string;
  children: ReactNode;
};

/**
 * A form within the form: folded at first, and rendered only once it is opened, so that deep nesting costs
 * nothing.
 */
export function InnerFold({ path, title, detail, children }: InnerFoldProps) {
  const { errors } = useField(path);
  const { wanted } = useGoTo();
  const isWanted = wanted !== null && isWithin(wanted.path, path);
  const [open, setOpen] = useState(isWanted);
  useLayoutEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted, wanted]);
  return (
    <div className="space-y-2">
      <FieldErrors errors={errors} />
      <details
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        // A phone has no room for nested frames.
        className="rounded-lg border border-line-strong bg-surface max-sm:-mx-2.5 max-sm:rounded-none max-sm:border-x-0"
        {...placeAttribute(path)}
      >
        <summary className="min-h-10 rounded-lg px-2.5 py-2 text-sm font-medium wrap-anywhere sm:px-3.5">
          {title}
          <span className="font-normal text-ink-muted"> {detail}</span>
          <IssueMark path={path} />
        </summary>
        {open ? <div className="space-y-4 border-t border-line p-2.5 sm:p-3.5">{children}</div> : null}
      </details>
    </div>
  );
}
