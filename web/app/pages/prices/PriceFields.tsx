import { type FieldMetadata, getInputProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';

export type PriceFieldsProps = {
  fields: { inputUsdPerMillion: FieldMetadata; outputUsdPerMillion: FieldMetadata };
};

/** The two amounts of a price. */
export function PriceFields({ fields }: PriceFieldsProps) {
  const { t } = useTranslation('prices');
  const amounts = [
    { label: t('form.input'), field: fields.inputUsdPerMillion },
    { label: t('form.output'), field: fields.outputUsdPerMillion },
  ];
  return amounts.map(({ label, field }) => (
    <Field key={label} label={label} errors={field.errors} className="w-22 sm:w-30">
      {(control) => (
        <span className="relative block">
          <span aria-hidden className="absolute top-1/2 left-3 -translate-y-1/2 text-sm text-ink-faint">
            $
          </span>
          <Input
            {...getInputProps(field, { type: 'text' })}
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className="tabular pl-6.5"
          />
        </span>
      )}
    </Field>
  ));
}
