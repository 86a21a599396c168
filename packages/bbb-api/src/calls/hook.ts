import { flag, text, textOrNull } from '../xml/fields.ts';
import type { XmlElement } from '../xml/read.ts';
import { element, type XmlFragment } from '../xml/write.ts';

/** A registered webhook. */
export interface Hook {
  hookID: string;
  callbackURL: string;
  /** Null: events of every meeting. */
  meetingID: string | null;
  /** Which events it wants, in lower case; null: all. */
  eventID: string[] | null;
  permanentHook: boolean;
  rawData: boolean;
}

export function writeHook(hook: Hook): XmlFragment {
  return element('hook', [
    element('hookID', hook.hookID),
    element('callbackURL', hook.callbackURL),
    element('meetingID', hook.meetingID),
    element('eventID', hook.eventID?.join(',') ?? null),
    element('permanentHook', hook.permanentHook),
    element('rawData', hook.rawData),
  ]);
}

export function readHook(from: XmlElement): Hook {
  return {
    hookID: text(from, 'hookID').trim(),
    callbackURL: text(from, 'callbackURL'),
    meetingID: textOrNull(from, 'meetingID'),
    eventID: readEventIds(textOrNull(from, 'eventID')),
    permanentHook: flag(from, 'permanentHook'),
    rawData: flag(from, 'rawData'),
  };
}

/** `user-joined,User-Left` as a list in lower case; null for an empty one. */
export function readEventIds(given: string | null): string[] | null {
  const ids = (given ?? '')
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '');
  return ids.length === 0 ? null : ids;
}
