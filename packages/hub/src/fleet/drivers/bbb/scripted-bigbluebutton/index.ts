export { type ScriptedBigBlueButton, startScriptedBigBlueButton } from './server.ts';
export type { ScriptedUser, ScriptedVersion } from './state.ts';
