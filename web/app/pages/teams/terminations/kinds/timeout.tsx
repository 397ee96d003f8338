import { DurationField } from '../../editor/fields/DurationField.tsx';
import { lengthInWords } from '../../lengthInWords.ts';
import type { TerminationView } from '../terminationView.ts';

export const timeout: TerminationView<'timeout'> = {
  name: 'Time passed',
  make: () => ({ kind: 'timeout', seconds: 600 }),
  inWords: ({ seconds }) => `${lengthInWords(seconds)} have passed`,
  Fields: ({ path }) => <DurationField path={[...path, 'seconds']} label="Time" />,
};
