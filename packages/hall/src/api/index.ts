export type { ApiGround } from './call.ts';
export { API_PATH, apiEdge } from './edge.ts';
