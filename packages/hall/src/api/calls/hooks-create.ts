import { readHooksCreateParameters, writeHooksCreateResponse } from '@koinon/bbb-api';
import type { ApiCall } from '../call.ts';

export const hooksCreate: ApiCall = ({ hooks }, parameters) => {
  const { hook, duplicate } = hooks.create(readHooksCreateParameters(parameters));
  const { hookID, permanentHook, rawData } = hook;
  return writeHooksCreateResponse({ hookID, permanentHook, rawData, duplicate });
};
