import { NameField } from '../../editor/fields/NameField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const handoff: TerminationView<'handoff'> = {
  name: 'A handoff to somebody',
  make: () => ({ kind: 'handoff', target: 'user' }),
  inWords: ({ target }) => `somebody hands over to ${target}`,
  Fields: ({ path }) => <NameField path={[...path, 'target']} label="To" />,
};
