import { lobbyView, type MeetingSettings, mayModerate, peopleView } from '../meeting/index.ts';
import type { MeetingView, ToBrowser } from '../protocol/index.ts';
import type { LiveMeeting } from './live-meeting.ts';

export type IceServers = MeetingView['iceServers'];

/** All that somebody in the meeting knows, at once. The lobby is for moderators. */
export function enteredPicture(
  { meeting, screens }: LiveMeeting,
  seatId: string,
  re: number | null,
): ToBrowser & { type: 'entered' } {
  const { state } = meeting;
  return {
    type: 'entered',
    re,
    people: peopleView(state, screens),
    chat: state.chat,
    lobby: mayModerate(state, seatId) ? lobbyView(state) : [],
  };
}

/** What the door shows of a meeting. */
export function meetingView(
  settings: MeetingSettings,
  seatLogoutUrl: string | null,
  iceServers: IceServers,
): MeetingView {
  const colour = settings.metadata['koinon-brand'] ?? '';
  return {
    name: settings.name,
    startedAt: new Date(settings.createTime).toISOString(),
    recording: false,
    welcome: settings.welcome,
    brand: {
      colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : null,
      name: settings.metadata['koinon-house'] ?? null,
      logo: settings.logo,
    },
    logoutUrl: seatLogoutUrl ?? settings.logoutUrl,
    iceServers,
  };
}
