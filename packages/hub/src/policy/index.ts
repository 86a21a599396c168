export { may, mayTry, type Standing } from './may.ts';
export { type Act, acts, isAct } from './table.ts';
