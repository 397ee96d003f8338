import type { PartView } from './statusView.ts';

type Line = Pick<PartView, 'state' | 'detail'>;

/** A larger share of calls without an answer is a fault of the model's server, not of single requests. */
const TOLERATED_SHARE = 0.2;

/** Calls of models in the last hour, and where models that name no address are. */
export interface ModelCounts {
  answered: number;
  unanswered: number;
  model: string;
  host: string;
}

/** Describes the models by what became of the last hour's calls. */
export function describeModels({ answered, unanswered, model, host }: ModelCounts): Line {
  const place = `${model} at ${host} unless a team says otherwise`;
  const calls = answered + unanswered;
  if (calls === 0) return { state: 'unused', detail: `no call in the last hour; ${place}` };
  return {
    state: unanswered > calls * TOLERATED_SHARE ? 'degraded' : 'ok',
    detail: `${String(answered)} of ${String(calls)} calls answered in the last hour; ${place}`,
  };
}

/** Mails of the last day. */
export interface MailCounts {
  sent: number;
  failed: number;
  /** Those that have been on their way for more than ten minutes. */
  late: number;
  /** Whether a mail server is set up. */
  hasMailServer: boolean;
}

/** Describes the mail server by what became of the last day's mails. */
export function describeMail({ sent, failed, late, hasMailServer }: MailCounts): Line {
  if (failed + late > 0) {
    const words = [
      ...(failed > 0
        ? [`${String(failed)} of ${String(failed + sent)} mails not delivered in the last day`]
        : []),
      ...(late > 0 ? [`${String(late)} on their way for more than ten minutes`] : []),
    ];
    return { state: 'degraded', detail: words.join('; ') };
  }
  if (!hasMailServer) return { state: 'unused', detail: 'no SMTP_URL: mails are kept in the outbox' };
  if (sent === 0) return { state: 'unused', detail: 'no mail in the last day' };
  return { state: 'ok', detail: `${String(sent)} sent in the last day` };
}
