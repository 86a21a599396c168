export { type DemoHall, type DemoSeed, seedDemo } from './seed.ts';
