export type { DemoFile } from './demo-file.ts';
export { startTogether, type Together } from './start-together.ts';
