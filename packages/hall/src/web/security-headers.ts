/** What a page of the hall may do, for one answer. */
export interface PagePolicy {
  nonce: string;
  /** The hall's own address, whose WebSocket the page opens. */
  hallUrl: URL;
  /** Where the co-op's logo comes from, when the meeting has one. */
  logo: string | null;
}

/**
 * The headers of every page. Styles and scripts come from the hall itself or carry the nonce; WebAssembly is allowed
 * for what works on sound; nothing may put the page into a frame.
 */
export function pageHeaders({ nonce, hallUrl, logo }: PagePolicy): Record<string, string> {
  const socket = `${hallUrl.protocol === 'https:' ? 'wss:' : 'ws:'}//${hallUrl.host}`;
  const images = logo === null ? '' : ` ${new URL(logo).origin}`;
  return {
    ...plainHeaders,
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
      `style-src 'self' 'nonce-${nonce}'`,
      `img-src 'self' data: blob:${images}`,
      "font-src 'self'",
      "media-src 'self' blob:",
      "worker-src 'self'",
      "manifest-src 'self'",
      `connect-src 'self' ${socket}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy':
      'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), autoplay=(self), ' +
      'geolocation=(), payment=(), usb=(), serial=(), bluetooth=()',
    ...(hallUrl.protocol === 'https:' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** Headers that suit every answer of the hall. The address holds the token: it is told to nobody as a referrer. */
export const plainHeaders: Record<string, string> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
};
