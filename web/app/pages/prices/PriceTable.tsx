import type { SubmissionResult } from '@conform-to/react';
import { CircleDollarSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usdText } from '../../data/prices/priceForm.ts';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../views/ui/Table.tsx';
import { type Price, PriceRow } from './PriceRow.tsx';

export type PriceTableProps = {
  prices: readonly Price[];
  mayEdit: boolean;
  lastResult: SubmissionResult | undefined;
};

/** The known prices: a form per row for owners, figures for everybody else. */
export function PriceTable({ prices, mayEdit, lastResult }: PriceTableProps) {
  const { t } = useTranslation('prices');
  if (prices.length === 0) {
    return (
      <Card>
        <EmptyState icon={CircleDollarSign} title={t('empty.title')} description={t('empty.description')} />
      </Card>
    );
  }
  if (mayEdit) {
    return (
      <Card>
        <h2 className="sr-only">{t('table.label')}</h2>
        <ul className="divide-y divide-line">
          {prices.map((price) => (
            <li key={`${price.model} ${price.updatedAt.getTime()}`}>
              <PriceRow price={price} lastResult={lastResult} />
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card>
      <Table aria-label={t('table.label')}>
        <TableHead>
          <TableRow>
            <TableHeaderCell>{t('table.model')}</TableHeaderCell>
            <TableHeaderCell className="text-right">{t('table.input')}</TableHeaderCell>
            <TableHeaderCell className="text-right">{t('table.output')}</TableHeaderCell>
            <TableHeaderCell>{t('table.changed')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {prices.map((price) => (
            <TableRow key={price.model}>
              <TableCell className="font-mono text-[0.8125rem]">{price.model}</TableCell>
              <TableCell className="tabular text-right">{usdText(price.inputMicroUsdPerMillion)}</TableCell>
              <TableCell className="tabular text-right">{usdText(price.outputMicroUsdPerMillion)}</TableCell>
              <TableCell className="text-ink-muted">
                <RelativeTime at={price.updatedAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
