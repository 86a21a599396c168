import {
  DestroyMissingHookError,
  readHooksDestroyParameters,
  writeHooksDestroyResponse,
} from '@koinon/bbb-api';
import type { ApiCall } from '../call.ts';

export const hooksDestroy: ApiCall = ({ hooks }, parameters) => {
  if (!hooks.destroy(readHooksDestroyParameters(parameters).hookID)) throw new DestroyMissingHookError();
  return writeHooksDestroyResponse({ removed: true });
};
