import { API_PATH } from './api/index.ts';
import type { HallOptions } from './options.ts';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The address for browsers, with the real port put in where it was left open and this machine is meant. */
export function browserUrl(given: URL, port: number): URL {
  const url = new URL(given);
  if ((url.port === '' || url.port === '0') && LOOPBACK.test(url.hostname)) url.port = String(port);
  return url;
}

/** The address for servers on the same network. */
export function apiUrl({ host, tls }: Pick<HallOptions, 'host' | 'tls'>, port: number): string {
  const anywhere = host === '0.0.0.0' || host === '::' || host === '';
  const name = anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}${API_PATH}`;
}
