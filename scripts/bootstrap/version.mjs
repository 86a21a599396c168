/** The oldest Node that can run these bootstrap files; the program itself runs on the Node that npm brings. */
const OLDEST_FOR_BOOTSTRAP = [20, 0];
/** The oldest Node that reads our TypeScript as it is (type stripping without a flag). */
const OLDEST_FOR_PROGRAM = [22, 18];

/** `v24.21.0` → [24, 21] */
function majorMinor(version) {
  const [major = '0', minor = '0'] = version.replace(/^v/, '').split('.');
  return [Number(major), Number(minor)];
}

function atLeast(version, [major, minor]) {
  const [ownMajor, ownMinor] = majorMinor(version);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** @param {string} version as in `process.version` */
export const runsBootstrap = (version) => atLeast(version, OLDEST_FOR_BOOTSTRAP);

/** @param {string} version as in `process.version` */
export const runsProgram = (version) => atLeast(version, OLDEST_FOR_PROGRAM);
