import { child, flag, integer, listOf, record, text, textOrNull } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element, type XmlFragment } from '../xml/write.ts';
import { type Attendee, readAttendee, writeAttendee, writeRecord } from './attendee.ts';

/** A meeting as getMeetingInfo and getMeetings tell of it. Times are milliseconds since 1970, 0 for none. */
export interface Meeting {
  meetingName: string;
  meetingID: string;
  internalMeetingID: string;
  createTime: number;
  createDate: string;
  voiceBridge: string;
  dialNumber: string;
  attendeePW: string | null;
  moderatorPW: string | null;
  running: boolean;
  /** Minutes; 0 is without end. */
  duration: number;
  hasUserJoined: boolean;
  recording: boolean;
  hasBeenForciblyEnded: boolean;
  startTime: number;
  endTime: number;
  participantCount: number;
  listenerCount: number;
  voiceParticipantCount: number;
  videoCount: number;
  /** 0 is without limit. */
  maxUsers: number;
  moderatorCount: number;
  attendees: Attendee[];
  /** Names in lower case. */
  metadata: Record<string, string>;
  /** Null for a meeting that is no breakout room. */
  breakout: { parentMeetingID: string; sequence: number; freeJoin: boolean } | null;
  /** IDs of the meeting's own breakout rooms. */
  breakoutRooms: string[];
}

/** The elements of a meeting, in BigBlueButton's order; getMeetingInfo puts its message in between. */
export function writeMeeting(meeting: Meeting, message: readonly XmlFragment[] = []): XmlFragment[] {
  return [
    element('meetingName', meeting.meetingName),
    element('meetingID', meeting.meetingID),
    element('internalMeetingID', meeting.internalMeetingID),
    element('createTime', meeting.createTime),
    element('createDate', meeting.createDate),
    element('voiceBridge', meeting.voiceBridge),
    element('dialNumber', meeting.dialNumber),
    element('attendeePW', meeting.attendeePW),
    element('moderatorPW', meeting.moderatorPW),
    element('running', meeting.running),
    element('duration', meeting.duration),
    element('hasUserJoined', meeting.hasUserJoined),
    element('recording', meeting.recording),
    element('hasBeenForciblyEnded', meeting.hasBeenForciblyEnded),
    element('startTime', meeting.startTime),
    element('endTime', meeting.endTime),
    element('participantCount', meeting.participantCount),
    element('listenerCount', meeting.listenerCount),
    element('voiceParticipantCount', meeting.voiceParticipantCount),
    element('videoCount', meeting.videoCount),
    element('maxUsers', meeting.maxUsers),
    element('moderatorCount', meeting.moderatorCount),
    element('attendees', meeting.attendees.map(writeAttendee)),
    writeRecord('metadata', meeting.metadata),
    ...message,
    ...writeBreakout(meeting),
  ];
}

function writeBreakout(meeting: Meeting): XmlFragment[] {
  const { breakout, breakoutRooms } = meeting;
  return [
    element('isBreakout', breakout !== null),
    element('parentMeetingID', breakout?.parentMeetingID ?? null),
    element('sequence', breakout?.sequence ?? null),
    element('freeJoin', breakout?.freeJoin ?? null),
    element(
      'breakoutRooms',
      breakoutRooms.length === 0 ? null : breakoutRooms.map((id) => element('breakout', id)),
    ),
  ];
}

export function readMeeting(from: XmlElement): Meeting {
  return {
    meetingName: text(from, 'meetingName'),
    meetingID: text(from, 'meetingID'),
    internalMeetingID: text(from, 'internalMeetingID'),
    createTime: integer(from, 'createTime'),
    createDate: text(from, 'createDate'),
    voiceBridge: text(from, 'voiceBridge'),
    dialNumber: text(from, 'dialNumber'),
    attendeePW: textOrNull(from, 'attendeePW'),
    moderatorPW: textOrNull(from, 'moderatorPW'),
    running: flag(from, 'running'),
    duration: integer(from, 'duration'),
    hasUserJoined: flag(from, 'hasUserJoined'),
    recording: flag(from, 'recording'),
    hasBeenForciblyEnded: flag(from, 'hasBeenForciblyEnded'),
    startTime: integer(from, 'startTime'),
    endTime: integer(from, 'endTime'),
    participantCount: integer(from, 'participantCount'),
    listenerCount: integer(from, 'listenerCount'),
    voiceParticipantCount: integer(from, 'voiceParticipantCount'),
    videoCount: integer(from, 'videoCount'),
    maxUsers: integer(from, 'maxUsers'),
    moderatorCount: integer(from, 'moderatorCount'),
    attendees: listOf(from, 'attendees', 'attendee').map(readAttendee),
    metadata: record(from, 'metadata'),
    breakout: readBreakout(from),
    breakoutRooms: (child(from, 'breakoutRooms')?.children ?? []).map((room) => room.text),
  };
}

function readBreakout(from: XmlElement): Meeting['breakout'] {
  if (!flag(from, 'isBreakout')) return null;
  return {
    parentMeetingID: text(from, 'parentMeetingID'),
    sequence: integer(from, 'sequence'),
    freeJoin: flag(from, 'freeJoin'),
  };
}
