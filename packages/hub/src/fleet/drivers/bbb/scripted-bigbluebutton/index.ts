export { type ScriptedBigBlueButton, startScriptedBigBlueButton } from './server.ts';
