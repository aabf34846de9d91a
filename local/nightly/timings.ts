/** Where the time of a command goes: each part lasts until the next one begins. */
export class Timings {
  readonly #parts: { readonly name: string; readonly startedAt: number }[] = [];

  begin(name: string): void {
    if (this.#parts.at(-1)?.name !== name) this.#parts.push({ name, startedAt: performance.now() });
  }

  /** "took 2.1 s: build 0.9 s, …" */
  text(): string {
    const end = performance.now();
    const start = this.#parts[0]?.startedAt ?? end;
    const parts = this.#parts.map(
      ({ name, startedAt }, index) =>
        `${name} ${seconds((this.#parts[index + 1]?.startedAt ?? end) - startedAt)}`,
    );
    return `took ${seconds(end - start)}: ${parts.join(', ')}`;
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
