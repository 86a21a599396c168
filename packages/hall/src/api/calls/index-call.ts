import { type IndexResponse, writeIndexJson, writeIndexResponse } from '@koinon/bbb-api';
import packageJson from '../../../package.json' with { type: 'json' };

const ANSWER: IndexResponse = {
  version: '2.0',
  apiVersion: '2.0',
  bbbVersion: null,
  koinonVersion: packageJson.version,
};

/** The bare address of the API, answered without a checksum. */
export const indexXml = (): string => writeIndexResponse(ANSWER);
export const indexJson = (): string => writeIndexJson(ANSWER);
