import { Field } from '../../../views/ui/Field.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';

/** The team's JSON in a plain text area: the whole editor, where there is no JavaScript. */
export function PlainJson({ text, isWrong }: { text: string; isWrong: boolean }) {
  return (
    <Field
      label="The team as JSON"
      hint="With JavaScript there is a form beside it. It is checked when you save."
      errors={isWrong ? ['Put right what is listed above.'] : undefined}
    >
      {(control) => (
        <Textarea
          {...control}
          name="config"
          defaultValue={text}
          rows={24}
          spellCheck={false}
          className="font-mono text-[0.8125rem]"
        />
      )}
    </Field>
  );
}
