import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeCertificate } from './certificate.ts';

it('makes a certificate that verifies with its own key and is valid now', () => {
  const nowMs = Date.UTC(2026, 10, 22);
  const { pem, keyPem, fingerprint } = makeCertificate(nowMs);
  const certificate = new X509Certificate(pem);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
  expect(certificate.subject).toBe('CN=koinon');
  expect(Date.parse(certificate.validFrom)).toBe(Date.UTC(2026, 10, 21));
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.UTC(2036, 0, 1));
  expect(fingerprint).toMatch(/^sha-256 [0-9A-F]{2}(:[0-9A-F]{2}){31}$/);
});

it('makes another one each time', () => {
  expect(makeCertificate(0).fingerprint).not.toBe(makeCertificate(0).fingerprint);
});
