/** Asks the product's API: GET, or POST where there is a body. Rejects where it refuses. */
export type Api = (path: string, body?: object) => Promise<Record<string, unknown>>;

export function createApi(url: string, token: string): Api {
  return async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answered = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${JSON.stringify(answered)}`);
    return answered;
  };
}
