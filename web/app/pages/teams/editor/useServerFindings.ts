import { useEffect, useState } from 'react';
import { type ServerFindings, serverFindingsSchema } from '../../../data/teams/check/serverFindings.ts';

/** After so long without a change the text is looked at. */
const QUIET_MS = 400;
const NOTHING: ServerFindings = { issues: [], warnings: [] };

/**
 * What the server sees in a team's JSON as one types: nothing while it has not looked at this very text, or can't be
 * reached. `text` is null where the browser itself sees that it is no team.
 */
export function useServerFindings(text: string | null): ServerFindings {
  const [seen, setSeen] = useState<{ text: string; findings: ServerFindings } | null>(null);
  useEffect(() => {
    if (text === null) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      askFor(text, request.signal).then(
        (findings) => setSeen({ text, findings }),
        // Saving looks again, and says what is wrong.
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text]);
  return seen !== null && seen.text === text ? seen.findings : NOTHING;
}

async function askFor(text: string, signal: AbortSignal): Promise<ServerFindings> {
  const body = new URLSearchParams({ config: text });
  const response = await fetch('/teams/check', { method: 'POST', body, signal });
  return serverFindingsSchema.parse(await response.json());
}
