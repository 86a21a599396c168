export { API_PATH, apiEdge } from './edge.ts';
