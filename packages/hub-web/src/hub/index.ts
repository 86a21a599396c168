export { ask } from './ask.ts';
export { base } from './base.ts';
export { listen, useLive, useRhythm } from './live.ts';
export { codeOf, HubProblem, HubSilent } from './problem.ts';
export { silence } from './silence.ts';
