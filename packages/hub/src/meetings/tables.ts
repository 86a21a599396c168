import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { coopId, id, moment } from '../db/columns.ts';
import { rooms } from '../rooms/tables.ts';
import type { Look } from './attendance/compare-looks.ts';

/** One run of a room. Its id is what the engine knows it by. */
export const meetings = pgTable(
  'meetings',
  {
    id: id().primaryKey(),
    coopId: coopId(),
    roomId: uuid('room_id')
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    serverId: uuid('server_id').notNull(),
    /** As it was called then; the server may be gone. */
    serverName: text('server_name').notNull(),
    /** The lobby of this run: an engine cannot change it once the meeting is made. */
    lobby: text('lobby', { enum: ['off', 'guests', 'everyone'] }).notNull(),
    createdAt: moment('created_at').notNull(),
    /** Null until the engine has made it. */
    startedAt: moment('started_at'),
    /** The engine's own stamp of this run, 0 when it gives none. */
    engineCreateTime: bigint('engine_create_time', { mode: 'number' }),
    /** What to add to the engine's clock to get ours. */
    clockSkewMs: integer('clock_skew_ms').notNull().default(0),
    /** True when the engine tells of joins and leaves by hooks. */
    told: boolean('told').notNull().default(false),
    lastLook: jsonb('last_look').$type<Look>(),
    endedAt: moment('ended_at'),
    endPrecisionS: integer('end_precision_s').notNull().default(0),
    /** `failed`: never made. `lost`: its server fell silent for good. */
    endReason: text('end_reason', { enum: ['ended', 'failed', 'lost'] }),
    /** When the end callback's token was used up. */
    endToldAt: moment('end_told_at'),
  },
  (t) => [
    // One running meeting per room, however many hubs serve the house.
    uniqueIndex('meetings_running').on(t.roomId).where(sql`ended_at is null`),
    index('meetings_of_room').on(t.roomId, t.createdAt),
  ],
);

/** Somebody who was given a way into a meeting, or whom its engine let in. */
export const attendees = pgTable(
  'attendees',
  {
    id: id().primaryKey(),
    coopId: coopId(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** A member of the house; their name is read where people are kept. */
    personId: uuid('person_id'),
    /** A guest's browser, as this room knows it. */
    guestKey: text('guest_key'),
    /** What the engine calls them: the id that we gave, or its own. */
    engineUserId: text('engine_user_id').notNull(),
    /** A guest's name, until it has served its time. */
    name: text('name'),
    moderator: boolean('moderator').notNull(),
    enteredAt: moment('entered_at').notNull(),
  },
  (t) => [
    uniqueIndex('attendees_person').on(t.meetingId, t.personId),
    uniqueIndex('attendees_guest').on(t.meetingId, t.guestKey),
    uniqueIndex('attendees_engine').on(t.meetingId, t.engineUserId),
  ],
);

/** What is known of presence, one fact a row; the key makes a fact told twice one fact. */
export const attendanceFacts = pgTable(
  'attendance_facts',
  {
    coopId: coopId(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** The engine's id of the browser; for what was seen by asking, the attendee's. */
    subject: text('subject').notNull(),
    kind: text('kind', { enum: ['joined', 'left'] }).notNull(),
    at: moment('at').notNull(),
    precisionS: integer('precision_s').notNull(),
    /** Told (subject is a browser) or seen (subject is an attendee). */
    told: boolean('told').notNull(),
    /** Null when the engine did not say whose browser it was. */
    attendeeId: uuid('attendee_id').references(() => attendees.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.told, t.subject, t.kind, t.at] })],
);
