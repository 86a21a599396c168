import { z } from 'zod';
import { eventOf } from '../events/index.ts';

const ofRoom = z.object({ roomId: z.uuid(), ownerId: z.uuid() });

export const roomMade = eventOf('rooms.made', ofRoom);
/** Its name, its link or its settings. */
export const roomChanged = eventOf('rooms.changed', ofRoom);
/** It can still be restored. */
export const roomDeleted = eventOf('rooms.deleted', ofRoom);
export const roomRestored = eventOf('rooms.restored', ofRoom);
