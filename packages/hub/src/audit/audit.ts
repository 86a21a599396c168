import type { Clock } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import type { Ids } from '../ids/index.ts';
import { audit } from './tables.ts';

/** A privileged act, as it is written down. */
export interface AuditEntry {
  /** Who did it; null for the software itself. */
  actorId: string | null;
  act: string;
  /** What it was done to, as `kind:id`. */
  subject: string;
  /** What changed. Ids and settings, never secrets and never personal data. */
  detail?: Record<string, unknown>;
}

/** Writes the log that nobody can edit. */
export interface Audit {
  /** In the transaction of the act itself, in whichever door that is. */
  note(tx: Tx, entry: AuditEntry): Promise<void>;
}

export function createAudit({ clock, ids }: { clock: Pick<Clock, 'now'>; ids: Ids }): Audit {
  return {
    async note(tx, { detail = {}, ...entry }) {
      await tx.insert(audit).values({ id: ids(), ...entry, detail, at: clock.now() });
    },
  };
}
