/** What was opened, to be closed in reverse: at the end, or when a later part cannot start. */
export class Undo {
  #acts: (() => void | Promise<void>)[] = [];
  #done: Promise<void> | null = null;

  defer(act: () => void | Promise<void>): void {
    this.#acts.push(act);
  }

  /** Closes everything, once. The first failure is thrown when all the others had their turn. */
  all(): Promise<void> {
    this.#done ??= this.#run();
    return this.#done;
  }

  async #run(): Promise<void> {
    const failures: unknown[] = [];
    for (const act of this.#acts.splice(0).reverse()) {
      try {
        await act();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
