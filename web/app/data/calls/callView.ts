import type { CallPurpose, ModelCallState } from '../../../../workflows/domain/recordStates.ts';

/** A request to a model, as recorded in the ledger. */
export interface CallView {
  id: string;
  seq: number;
  scope: string;
  turn: number;
  agent: string;
  purpose: CallPurpose;
  /** The number of this request within its activity, from 0. */
  ordinal: number;
  attempt: number;
  model: string;
  state: ModelCallState;
  failureType: string | null;
  failureMessage: string | null;
  promptTokens: number | null;
  completionTokens: number | null;
  costMicroUsd: number | null;
  firstTokenMs: number | null;
  latencyMs: number | null;
  startedAt: string;
}

/** A request that a model is answering. */
export interface OpenCallView {
  id: string;
  seq: number;
  scope: string;
  agent: string;
  purpose: CallPurpose;
  startedAt: string;
}
