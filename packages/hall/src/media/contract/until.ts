/** Resolves with the first value that is neither false, null nor undefined; rejects when none comes in time. */
export async function until<T>(look: () => T | false | null | undefined, withinMs = 10_000): Promise<T> {
  const startedMs = performance.now();
  for (;;) {
    const found = look();
    if (found !== false && found !== null && found !== undefined) return found;
    if (performance.now() - startedMs > withinMs) throw new Error(`not within ${withinMs} ms: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
