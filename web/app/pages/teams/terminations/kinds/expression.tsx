import { TextField } from '../../editor/fields/TextField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const expression: TerminationView<'expression'> = {
  name: 'An expression holds',
  make: () => ({ kind: 'expression', expression: 'content.contains("DONE")' }),
  inWords: (condition) => `a message fulfils ${condition.expression}`,
  Fields: ({ path }) => (
    <TextField
      path={[...path, 'expression']}
      label="CEL expression"
      hint="Over one message: type, source, content, target. Checked when you save."
      mono
    />
  ),
};
