import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A 32-byte key for one purpose, derived from the hub's secret by HKDF-SHA-256 (RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'koinon', purpose, 32));
}

/** Keeps secrets at rest. */
export interface Sealing {
  /** Encrypts; `context` (table, column and row id, say) must be the same when opening. Text, safe in any column. */
  seal(plain: string, context: string): string;
  /** Decrypts. Throws {@link SealBroken} when the text, the context or the hub's secret is another. */
  open(sealed: string, context: string): string;
}

/** A sealed text does not open: it was changed, moved to another row, or sealed under another KOINON_SECRET. */
export class SealBroken extends Error {
  override name = 'SealBroken';
  constructor(cause?: unknown) {
    super('A stored secret does not open with this KOINON_SECRET.', { cause });
  }
}

const version = 'k1';

/** AES-256-GCM with a key for `purpose`, a random 96-bit nonce per text, and the context as associated data. */
export function createSealing(secret: string, purpose: string): Sealing {
  const key = deriveKey(secret, `sealing ${purpose}`);
  return {
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(context, 'utf8'));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [kind, text] = sealed.split('.');
      const bytes = Buffer.from(text ?? '', 'base64url');
      if (kind !== version || bytes.length < 28) throw new SealBroken();
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAAD(Buffer.from(context, 'utf8'));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SealBroken(cause);
      }
    },
  };
}
