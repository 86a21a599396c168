import { z } from 'zod';

/** What a published track shows or sounds. */
export const Source = z.enum(['mic', 'camera', 'screen', 'screen-audio']);
export type Source = z.infer<typeof Source>;

/** A track that a person publishes and others may receive. */
export const Publication = z.object({ id: z.string(), person: z.string(), source: Source });
export type Publication = z.infer<typeof Publication>;

/** Which m-line of the browser's offer carries which source. */
export const OfferedTrack = z.object({ mid: z.string().max(16), source: Source });
export type OfferedTrack = z.infer<typeof OfferedTrack>;

/** Which m-line of the hall's offer carries which publication. */
export const ReceivedTrack = z.object({ mid: z.string(), publication: Publication });
export type ReceivedTrack = z.infer<typeof ReceivedTrack>;
