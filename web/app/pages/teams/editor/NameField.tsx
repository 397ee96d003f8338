import { Field } from '../../../views/ui/Field.tsx';
import { Input } from '../../../views/ui/Input.tsx';

/** What the team is called in the list; it stands beside the JSON, not in it. */
export function NameField({ name, errors }: { name: string; errors: readonly string[] | undefined }) {
  return (
    <Field label="Name of the team" errors={errors} className="max-w-xl">
      {(control) => (
        <Input {...control} name="name" defaultValue={name} required maxLength={100} autoComplete="off" />
      )}
    </Field>
  );
}
