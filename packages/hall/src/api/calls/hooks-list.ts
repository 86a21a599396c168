import { readHooksListParameters, writeHooksListResponse } from '@koinon/bbb-api';
import type { ApiCall } from '../call.ts';

export const hooksList: ApiCall = ({ hooks }, parameters) =>
  writeHooksListResponse(hooks.list(readHooksListParameters(parameters).meetingID));
