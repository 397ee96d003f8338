import { shortMachineText } from '../../shortText.ts';
import type { TaskQuestion } from '../taskQuestion.ts';

export const resolveError: TaskQuestion = ({ speaker, failure }) =>
  `The turn of ${speaker} failed. ${shortMachineText(failure?.message ?? 'Nobody knows why')}`;
