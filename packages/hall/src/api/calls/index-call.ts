import { writeIndexJson, writeIndexResponse } from '@koinon/bbb-api';

const ANSWER = { version: '2.0', apiVersion: '2.0', bbbVersion: null } as const;

/** The bare address of the API, answered without a checksum. */
export const indexXml = (): string => writeIndexResponse(ANSWER);
export const indexJson = (): string => writeIndexJson(ANSWER);
