import { isIPv4 } from 'node:net';

/**
 * Whether browsers give camera and microphone to pages of this address: over https, or on this machine.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isSecureAddress(protocol: string, hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (protocol === 'https' || host === 'localhost' || host.endsWith('.localhost') || host === '::1')
    return true;
  return isIPv4(host) && host.startsWith('127.');
}
