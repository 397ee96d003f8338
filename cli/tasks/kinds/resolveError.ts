import { shortMachineText } from '../../shortText.ts';
import type { TaskQuestion } from '../taskQuestion.ts';

export const resolveError: TaskQuestion = ({ speaker, failure }) =>
  `${speaker}'s turn failed. ${shortMachineText(failure?.message ?? 'The reason is unknown')}`;
