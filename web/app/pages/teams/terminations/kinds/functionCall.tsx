import { TextField } from '../../editor/fields/TextField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const functionCall: TerminationView<'function_call'> = {
  name: 'A tool has run',
  make: () => ({ kind: 'function_call', functionName: 'submit' }),
  inWords: ({ functionName }) => `the tool ${functionName} has run`,
  Fields: ({ path }) => <TextField path={[...path, 'functionName']} label="The tool’s name" mono />,
};
