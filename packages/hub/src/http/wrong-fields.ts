import type { FastifySchemaValidationError } from 'fastify';

interface Issue {
  code?: unknown;
  path?: unknown;
  input?: unknown;
}

/** What is wrong with each field of a body, in the wire's words: `missing`, `too-short`, `too-long`, `malformed`. */
export function wrongFields(validation: readonly FastifySchemaValidationError[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const entry of validation) {
    const field = entry.instancePath.split('/').filter(Boolean).join('.') || 'body';
    fields[field] ??= wordFor(entry);
  }
  return fields;
}

function wordFor(entry: FastifySchemaValidationError): string {
  const issue: Issue = 'issue' in entry.params ? (entry.params.issue as Issue) : entry.params;
  switch (issue.code ?? entry.keyword) {
    case 'too_small':
      return 'too-short';
    case 'too_big':
      return 'too-long';
    case 'invalid_type':
      return /undefined/.test(entry.message ?? '') ? 'missing' : 'malformed';
    default:
      return 'malformed';
  }
}
