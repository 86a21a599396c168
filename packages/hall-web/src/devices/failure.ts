/** Why a microphone or a camera gives nothing. Each has its sentence in the catalogues. */
export type Failure = 'refused' | 'missing' | 'busy' | 'insecure' | 'unplugged' | 'unknown';

/** What the browser's own error means (W3C Media Capture and Streams, 10.2 getUserMedia). */
export function failureOf(error: unknown): Failure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}
