import { z } from 'zod';

/** As in RTCPeerConnection's configuration (https://www.w3.org/TR/webrtc/#dom-rtciceserver). */
const IceServer = z.strictObject({
  urls: z.union([z.string(), z.array(z.string()).min(1)]),
  username: z.string().optional(),
  credential: z.string().optional(),
});

export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

const SCHEME = /^(?:stun|stuns|turn|turns):[^\s/]+$/;

/** STUN and TURN servers that browsers may use: plain addresses, or JSON when they need a name and a password. */
export const iceServers = z
  .string()
  .transform((text, context): IceServer[] => {
    const servers = text.trimStart().startsWith('[') ? fromJson(text) : fromList(text);
    if (servers?.every(({ urls }) => urls.every((url) => SCHEME.test(url)))) return servers;
    context.addIssue({ code: 'custom', message: 'malformed' });
    return z.NEVER;
  })
  .describe(
    'addresses such as stun:stun.example.coop:3478 with commas between them, or JSON such as [{"urls":"turn:turn.example.coop","username":"koinon","credential":"..."}]',
  );

function fromList(text: string): IceServer[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((url) => ({ urls: [url] }));
}

function fromJson(text: string): IceServer[] | null {
  try {
    return z
      .array(IceServer)
      .parse(JSON.parse(text))
      .map(({ urls, username, credential }) => ({
        urls: typeof urls === 'string' ? [urls] : urls,
        ...(username === undefined ? {} : { username }),
        ...(credential === undefined ? {} : { credential }),
      }));
  } catch {
    return null;
  }
}
