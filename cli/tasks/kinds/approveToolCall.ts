import { shortMachineText } from '../../shortText.ts';
import type { TaskQuestion } from '../taskQuestion.ts';

export const approveToolCall: TaskQuestion = ({ speaker, call }) => {
  const again = call?.reason === 'outcome_unknown' ? '; it may have been carried out already' : '';
  const { method, url } = call?.request ?? {};
  const request = url === undefined ? '' : `\n  ${String(method)} ${url}`;
  return `${speaker} wants to call ${call?.tool ?? 'a tool'}(${shortMachineText(call?.arguments ?? '')})${again}${request}`;
};
