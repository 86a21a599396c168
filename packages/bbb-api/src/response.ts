import type { BbbError } from './errors.ts';
import { child, text } from './xml/fields.ts';
import { readResponseDocument, type XmlElement, XmlError } from './xml/read.ts';
import { document, element, type XmlFragment } from './xml/write.ts';

/** A message that comes with a success: `duplicateWarning`, `sentEndMeetingRequest`, `noMeetings`. */
export interface ResponseMessage {
  key: string;
  message: string;
}

/** What an answer says: the elements of a success, or a refusal with its key. */
export type BbbResponse =
  | { returncode: 'SUCCESS'; root: XmlElement }
  | { returncode: 'FAILED'; key: string; message: string };

/** An answer with returncode SUCCESS. */
export function writeSuccess(children: readonly XmlFragment[]): string {
  return document(element('response', [element('returncode', 'SUCCESS'), ...children]));
}

/** An answer with returncode FAILED; its HTTP status is 200, its type `text/xml`. */
export function writeError(error: Pick<BbbError, 'messageKey' | 'message' | 'asList'>): string {
  const failed = element('returncode', 'FAILED');
  if (!error.asList) return document(element('response', [failed, ...messageElements(keyed(error))]));
  const entry = element('error', [element('key', error.messageKey), element('message', error.message)]);
  return document(element('response', [failed, element('errors', [entry])]));
}

/** `<messageKey>` and `<message>`, empty ones when there is nothing to say. */
export function messageElements(message: ResponseMessage | null): XmlFragment[] {
  return [element('messageKey', message?.key ?? ''), element('message', message?.message ?? '')];
}

/** The message of a success, or null. */
export function readMessage(root: XmlElement): ResponseMessage | null {
  const key = text(root, 'messageKey').trim();
  return key === '' ? null : { key, message: text(root, 'message') };
}

/**
 * Reads any answer of the API. Load balancers refuse without a key, and some calls with a list of errors:
 * the first one counts.
 *
 * @throws {XmlError} the text is no answer of BigBlueButton's API
 */
export function readResponse(xml: string): BbbResponse {
  const root = readResponseDocument(xml);
  const returncode = text(root, 'returncode').trim().toUpperCase();
  if (returncode === 'SUCCESS') return { returncode, root };
  if (returncode !== 'FAILED') throw new XmlError('the answer has no returncode');
  const listed = child(child(root, 'errors') ?? root, 'error');
  const key = text(root, 'messageKey').trim() || (listed === null ? '' : text(listed, 'key').trim());
  const message = text(root, 'message') || (listed === null ? '' : text(listed, 'message'));
  return { returncode, key, message };
}

function keyed(error: Pick<BbbError, 'messageKey' | 'message'>): ResponseMessage {
  return { key: error.messageKey, message: error.message };
}
