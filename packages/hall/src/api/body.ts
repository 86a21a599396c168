import { SizeError, UnsupportedContentTypeError } from '@koinon/bbb-api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const MOST_FORM_BYTES = 1_000_000;
/** Slides may come inside the XML of `create`; they are let through unread. */
const MOST_XML_BYTES = 200_000_000;

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const XML = ['application/xml', 'text/xml'];

type FormText = string | null;

/** Reads the bodies that BigBlueButton's API takes; each becomes the text of a form, or null when it holds none. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MOST_FORM_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  app.addContentTypeParser(
    MULTIPART,
    { parseAs: 'buffer', bodyLimit: MOST_FORM_BYTES },
    async (request: FastifyRequest, body: Buffer) => formOfMultipart(request, body),
  );
  app.addContentTypeParser([...XML, '*'], (_request, payload, done) => {
    let bytes = 0;
    payload.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_XML_BYTES) payload.destroy(new SizeError('The request is too large'));
    });
    payload.on('end', () => done(null, null));
    payload.on('error', (error: Error) => done(error));
  });
}

/** @throws {UnsupportedContentTypeError} a body of a type that the call does not take (ContentTypeValidator) */
export function formOf(request: FastifyRequest, takesXml: boolean): FormText {
  if (request.method !== 'POST') return null;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const hasBody = request.body !== undefined || type !== '';
  if (hasBody && type !== FORM && type !== MULTIPART && !(takesXml && XML.includes(type))) {
    throw new UnsupportedContentTypeError();
  }
  return typeof request.body === 'string' ? request.body : null;
}

async function formOfMultipart(request: FastifyRequest, body: Buffer): Promise<string> {
  const headers = { 'content-type': request.headers['content-type'] ?? MULTIPART };
  try {
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
    return new URLSearchParams(fields).toString();
  } catch {
    throw new UnsupportedContentTypeError();
  }
}
