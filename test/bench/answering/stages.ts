/** How long each stage of an answer takes, by watching the methods that it is made of. */
export class Stages {
  readonly #times = new Map<string, number[]>()

  get names(): string[] {
    return [...this.#times.keys()]
  }

  /** Calls of this method count towards the stage. */
  watch<T extends object>(target: T, method: keyof T & string, stage: string): void {
    const original = target[method]
    if (typeof original !== 'function') throw new Error(`${method} is no method`)
    if (!this.#times.has(stage)) this.#times.set(stage, [])
    const watched = (...given: unknown[]): unknown => {
      const started = performance.now()
      const result: unknown = Reflect.apply(original, target, given)
      if (!(result instanceof Promise)) {
        this.#add(stage, performance.now() - started)
        return result
      }
      return result.finally(() => {
        this.#add(stage, performance.now() - started)
      })
    }
    Object.defineProperty(target, method, { value: watched, configurable: true })
  }

  /** What is measured from now on is that of one more question. */
  next(): void {
    for (const times of this.#times.values()) times.push(0)
  }

  /** Forgets what was measured so far. */
  clear(): void {
    for (const times of this.#times.values()) times.length = 0
  }

  /** Milliseconds for each question, in their order. */
  timesOf(stage: string): readonly number[] {
    return this.#times.get(stage) ?? []
  }

  #add(stage: string, ms: number): void {
    const times = this.#times.get(stage)
    const before = times?.pop()
    if (before !== undefined) times?.push(before + ms)
  }
}
