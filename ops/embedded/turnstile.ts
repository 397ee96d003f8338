/** Admits one holder at a time, in the order of requests; a holder may enter again before it leaves. */
export class Turnstile {
  #holder: symbol | undefined;
  readonly #waiting: { who: symbol; enter: () => void }[] = [];

  async enter(who: symbol): Promise<void> {
    if (this.#holder === who) return;
    if (this.#holder === undefined) {
      this.#holder = who;
      return;
    }
    await new Promise<void>((enter) => this.#waiting.push({ who, enter }));
  }

  holds(who: symbol): boolean {
    return this.#holder === who;
  }

  leave(who: symbol): void {
    if (this.#holder !== who) return;
    const next = this.#waiting.shift();
    this.#holder = next?.who;
    next?.enter();
  }
}
