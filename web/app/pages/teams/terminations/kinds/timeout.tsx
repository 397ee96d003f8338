import { NumberField } from '../../editor/fields/NumberField.tsx';
import { lengthInWords } from '../../lengthInWords.ts';
import type { TerminationView } from '../terminationView.ts';

export const timeout: TerminationView<'timeout'> = {
  name: 'Time passed',
  make: () => ({ kind: 'timeout', seconds: 600 }),
  inWords: ({ seconds }) => `${lengthInWords(seconds)} have passed`,
  Fields: ({ path }) => <NumberField path={[...path, 'seconds']} label="Seconds" />,
};
