import {
  getFormProps,
  getInputProps,
  getSelectProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Form, useNavigation } from '@remix-run/react';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Select } from '../../views/ui/Select.tsx';
import { createTokenSchema, TOKEN_LIFETIMES } from '../../data/tokens/tokenForm.ts';

/** Makes one more token. */
export function NewTokenCard({ lastResult }: { lastResult: SubmissionResult | undefined }) {
  const navigation = useNavigation();
  const [form, fields] = useForm({
    id: 'new-token',
    lastResult,
    defaultValue: { name: '', lifetime: '90' },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: createTokenSchema }),
    shouldRevalidate: 'onInput',
  });
  return (
    <Card>
      <CardHeader title="Make a token" description="It is shown once, when it is made." />
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="create" />
          <Field
            label="Name"
            errors={fields.name.errors}
            className="min-w-44 basis-full sm:flex-1 sm:basis-0"
          >
            {(control) => (
              <Input
                {...getInputProps(fields.name, { type: 'text' })}
                {...control}
                placeholder="Nightly report"
                autoComplete="off"
              />
            )}
          </Field>
          <Field label="Counts for" errors={fields.lifetime.errors} className="w-44">
            {(control) => (
              <Select {...getSelectProps(fields.lifetime)} {...control}>
                {TOKEN_LIFETIMES.map((lifetime) => (
                  <option key={lifetime} value={lifetime}>
                    {lifetime === 'never' ? 'Until it is revoked' : `${lifetime} days`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" variant="primary" pending={navigation.formData?.get('intent') === 'create'}>
            Make the token
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
