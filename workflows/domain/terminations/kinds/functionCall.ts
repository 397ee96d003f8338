import { messageKind } from '../kind.ts';

/** A tool of that name has run. */
export interface FunctionCall {
  kind: 'function_call';
  functionName: string;
}

export const functionCall = messageKind<FunctionCall>('function_call', {
  reason: ({ functionName }, { type, functions }) =>
    type === 'ToolCallExecutionEvent' && functions?.includes(functionName) === true
      ? `Function '${functionName}' was executed.`
      : null,
  label: ({ functionName }) => `${functionName} was called`,
  watched: ({ functionName }) => ({ functions: [functionName] }),
});
