import { flag, record, text } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element, isElementName, type XmlFragment } from '../xml/write.ts';

/** One person in a meeting, as getMeetingInfo and getMeetings tell of them. */
export interface Attendee {
  /** The front end's own ID, else the internal one. */
  userID: string;
  fullName: string;
  role: 'MODERATOR' | 'VIEWER';
  isPresenter: boolean;
  isListeningOnly: boolean;
  hasJoinedVoice: boolean;
  hasVideo: boolean;
  /** `HTML5` in BigBlueButton. */
  clientType: string;
  customdata: Record<string, string>;
}

export function writeAttendee(attendee: Attendee): XmlFragment {
  return element('attendee', [
    element('userID', attendee.userID),
    element('fullName', attendee.fullName),
    element('role', attendee.role),
    element('isPresenter', attendee.isPresenter),
    element('isListeningOnly', attendee.isListeningOnly),
    element('hasJoinedVoice', attendee.hasJoinedVoice),
    element('hasVideo', attendee.hasVideo),
    element('clientType', attendee.clientType),
    ...(Object.keys(attendee.customdata).length === 0
      ? []
      : [writeRecord('customdata', attendee.customdata)]),
  ]);
}

export function readAttendee(from: XmlElement): Attendee {
  return {
    userID: text(from, 'userID'),
    fullName: text(from, 'fullName'),
    role: text(from, 'role').trim().toUpperCase() === 'MODERATOR' ? 'MODERATOR' : 'VIEWER',
    isPresenter: flag(from, 'isPresenter'),
    isListeningOnly: flag(from, 'isListeningOnly'),
    hasJoinedVoice: flag(from, 'hasJoinedVoice'),
    hasVideo: flag(from, 'hasVideo'),
    clientType: text(from, 'clientType'),
    customdata: record(from, 'customdata'),
  };
}

/** A record as elements; keys that cannot be element names are left out, as they would break the whole answer. */
export function writeRecord(name: string, entries: Readonly<Record<string, string>>): XmlFragment {
  return element(
    name,
    Object.entries(entries)
      .filter(([key]) => isElementName(key))
      .map(([key, value]) => element(key, value)),
  );
}
