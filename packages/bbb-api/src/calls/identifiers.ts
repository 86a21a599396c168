import { createHash } from 'node:crypto';

/** The internal ID of a meeting, made of the front end's ID and the time of creation in milliseconds. */
export function internalMeetingId(meetingID: string, createTime: number): string {
  return `${createHash('sha1').update(meetingID).digest('hex')}-${createTime}`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time in BigBlueButton's form, always in UTC: `Mon Jul 09 17:03:29 UTC 2018`. */
export function createDate(createTime: number): string {
  const at = new Date(createTime);
  const clock = at.toISOString().slice(11, 19);
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${day} ${clock} UTC ${at.getUTCFullYear()}`;
}
