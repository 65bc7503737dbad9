/** Gives one holder at a time its turn, in the order of asking. */
export class TurnQueue {
  #last: Promise<void> = Promise.resolve()

  /** Waits for all who asked before, and answers the function that ends the turn; ending it twice is harmless. */
  async take(): Promise<() => void> {
    const before = this.#last
    let end = (): void => {}
    this.#last = new Promise((resolve) => {
      end = resolve
    })
    await before
    return end
  }

  /** Runs a task in a turn of its own. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    const end = await this.take()
    try {
      return await task()
    } finally {
      end()
    }
  }
}
