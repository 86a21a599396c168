import { auditManifest } from './audit/index.ts';
import { coopsManifest } from './coops/index.ts';
import { eventsManifest } from './events/index.ts';
import { fleetManifest } from './fleet/index.ts';
import { identityManifest } from './identity/index.ts';
import { mailManifest } from './mail/index.ts';
import { meetingsManifest } from './meetings/index.ts';
import { membershipManifest } from './membership/index.ts';
import type { Manifest } from './portability/index.ts';
import { roomsManifest } from './rooms/index.ts';

/** What every room of the hub says of its data. */
export const manifests: readonly Manifest[] = [
  eventsManifest,
  auditManifest,
  mailManifest,
  coopsManifest,
  identityManifest,
  membershipManifest,
  fleetManifest,
  roomsManifest,
  meetingsManifest,
];
