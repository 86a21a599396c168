export { type Audit, type AuditEntry, createAudit } from './audit.ts';
export { auditManifest } from './manifest.ts';
