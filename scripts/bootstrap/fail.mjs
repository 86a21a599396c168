/**
 * Ends the program with one sentence on what is wrong and one on what to do.
 * @param {string} what
 * @param {string} remedy
 * @returns {never}
 */
export function fail(what, remedy) {
  process.stderr.write(`\n${what}\n${remedy}\n`);
  process.exit(1);
}
