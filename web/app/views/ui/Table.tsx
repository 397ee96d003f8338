import type { HTMLAttributes, TableHTMLAttributes, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { classNames } from './classNames.ts';

/** A table that scrolls sideways in its own box if it is too wide. Give it a caption or an aria-label. */
export function Table({ className, ...rest }: TableHTMLAttributes<HTMLTableElement>) {
  return (
    <div className="relative overflow-x-auto">
      <table className={classNames('w-full border-collapse text-sm', className)} {...rest} />
    </div>
  );
}

export function TableHead({ className, ...rest }: HTMLAttributes<HTMLTableSectionElement>) {
  return <thead className={classNames('border-b border-line', className)} {...rest} />;
}

export function TableBody({ className, ...rest }: HTMLAttributes<HTMLTableSectionElement>) {
  return <tbody className={classNames('divide-y divide-line', className)} {...rest} />;
}

export function TableRow({ className, ...rest }: HTMLAttributes<HTMLTableRowElement>) {
  return <tr className={className} {...rest} />;
}

export function TableHeaderCell({
  className,
  scope = 'col',
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th
      scope={scope}
      className={classNames(
        'px-4 py-2.5 text-left text-[0.8125rem] font-medium whitespace-nowrap text-ink-muted first:sm:pl-5 last:sm:pr-5',
        className,
      )}
      {...rest}
    />
  );
}

export function TableCell({ className, ...rest }: TdHTMLAttributes<HTMLTableCellElement>) {
  return (
    <td className={classNames('px-4 py-3 align-middle first:sm:pl-5 last:sm:pr-5', className)} {...rest} />
  );
}
