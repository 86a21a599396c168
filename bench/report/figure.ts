/** Prints one figure beside its goal, in the form that scripts read. Smaller is better for every figure so far. */
export function figure(name: string, value: number, unit: string, goal: number): void {
  const reached = value <= goal ? 'met' : 'short';
  console.log(`figure ${name} ${Math.round(value * 10) / 10} ${unit} goal ${goal} ${reached}`);
}

/** The middle value; of an even number of values the mean of the middle two. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
