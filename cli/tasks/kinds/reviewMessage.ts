import type { TaskQuestion } from '../taskQuestion.ts';

export const reviewMessage: TaskQuestion = ({ speaker }) => `A draft by ${speaker} waits for review`;
