/** A fetch that reports where an answer breaks off. The SDK only logs it, and the caller would wait for its timeout. */
export function watchAnswers(fetch: typeof globalThis.fetch, onBroken: () => void): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    // The stream that a GET opens may end and come again: no answer is lost by that.
    if (init?.method === 'POST' && isStream && response.body !== null) {
      Object.defineProperty(response, 'body', { value: watched(response.body, onBroken) });
    }
    return response;
  };
}

function watched(body: ReadableStream<Uint8Array>, onBroken: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
        onBroken();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
