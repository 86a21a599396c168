import type { ApiCall } from '../call.ts';

const NO_RECORDINGS =
  '<response><returncode>SUCCESS</returncode><recordings/><messageKey>noRecordings</messageKey>' +
  '<message>There are no recordings for the meeting(s).</message></response>';

/** Front ends ask this always; this hall records nothing. */
export const getRecordings: ApiCall = () => NO_RECORDINGS;
