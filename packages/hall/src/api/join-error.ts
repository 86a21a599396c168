import { type BbbError, joinErrorLocation } from '@koinon/bbb-api';
import { webAddress } from './web-address.ts';

/** People follow a join address and are sent on; callers that say `redirect=false` read XML. */
export function wantsRedirect(parameters: URLSearchParams): boolean {
  const redirect = parameters.get('redirect') ?? '';
  return redirect === '' || redirect.trim().toLowerCase() === 'true';
}

/** Where somebody goes whose join was refused: `errorRedirectUrl`, else `logoutURL`, else the hall's own page. */
export function errorPage(error: BbbError, parameters: URLSearchParams, hallUrl: URL): string {
  const page =
    webAddress(parameters.get('errorRedirectUrl') ?? undefined) ??
    webAddress(parameters.get('logoutURL') ?? undefined) ??
    new URL('/', hallUrl).href;
  return joinErrorLocation(page, error);
}
