import type {
  DoorView,
  House,
  MeetingView,
  MemberRole,
  OutboxMail,
  RoomView,
  ServerView,
  SessionView,
} from '@koinon/hub/wire';

// The two co-ops of the demo, on one day in June. All people are invented.

export const harbour: House = {
  slug: 'harbour',
  name: 'Harbour Street',
  paint: '#0a5f78',
  mark: 'waves',
  languages: ['en', 'fr'],
  currency: 'GBP',
  timeZone: 'Europe/London',
  operator: true,
};
export const tisserie: House = {
  slug: 'tisserie',
  name: 'La Tisserie',
  paint: '#8d2f63',
  mark: 'weave',
  languages: ['fr', 'en'],
  currency: 'CAD',
  timeZone: 'America/Montreal',
  operator: false,
};

type Person = NonNullable<SessionView['person']>;
export const priya: Person = {
  id: '0197a1f0-0000-7000-8000-000000000001',
  name: 'Priya Raman',
  email: 'priya.raman@harbourstreet.example',
  language: 'en',
};
export const noemie: Person = {
  id: '0197a1f0-0000-7000-8000-000000000002',
  name: 'Noémie Tremblay',
  email: 'noemie.tremblay@latisserie.example',
  language: 'fr',
};

export function session(
  house: House | null,
  person: Person | null,
  roles: MemberRole[],
  origin: string,
): SessionView {
  return {
    house,
    person,
    roles,
    demo: true,
    houses: house
      ? []
      : [harbour, tisserie].map(({ name, slug }) => ({ name, address: `${origin}/c/${slug}` })),
  };
}

export function room(
  origin: string,
  house: House,
  change: Partial<RoomView> & Pick<RoomView, 'id' | 'name' | 'linkName'>,
): RoomView {
  return {
    link: `${origin}/c/${house.slug}/r/${change.linkName}`,
    purpose: 'conversation',
    lobby: 'guests',
    whoMayStart: 'owner',
    owner: { id: priya.id, name: priya.name },
    mine: true,
    createdAt: '2026-06-01T09:00:00Z',
    running: null,
    ...change,
  };
}

export const longName =
  'Mitgliederversammlung der Wohnungsbaugenossenschaft Lindenhof mit anschließender Aussprache';

export function rooms(origin: string, house: House): RoomView[] {
  return [
    room(origin, house, {
      id: 'r1',
      name: house === harbour ? 'Morning circle' : 'Cercle du mardi',
      linkName: house === harbour ? 'morning-circle' : 'cercle-du-mardi',
      running: { since: '2026-06-12T10:02:00Z', people: 7, reachable: true },
    }),
    room(origin, house, {
      id: 'r2',
      name: 'Tenants’ advice desk',
      linkName: 'tenants-advice-desk',
      lobby: 'everyone',
    }),
    room(origin, house, {
      id: 'r3',
      name: longName,
      linkName: 'mitgliederversammlung-der-wohnungsbaugenossenschaft-lindenhof',
      whoMayStart: 'members',
      running: { since: '2026-06-12T11:40:00Z', people: 1, reachable: false },
    }),
    room(origin, house, {
      id: 'r4',
      name: 'مجلس الجيران',
      linkName: 'majlis',
      lobby: 'off',
      whoMayStart: 'anyone',
    }),
  ];
}

const stay = (from: string, until: string | null) => ({
  from: `2026-06-12T${from}Z`,
  until: until ? `2026-06-12T${until}Z` : null,
});

export const meetings: MeetingView[] = [
  {
    id: 'm3',
    startedAt: '2026-06-12T10:02:00Z',
    endedAt: null,
    server: 'hall-leith-1',
    attendees: [
      {
        name: 'Priya Raman',
        role: 'moderator',
        guest: false,
        precisionS: 0,
        stays: [stay('10:02:05', null)],
      },
      {
        name: 'Montserrat Puigdevall i Casademont',
        role: 'attendee',
        guest: true,
        precisionS: 0,
        stays: [stay('10:04:11', '10:20:40'), stay('10:21:30', null)],
      },
      {
        name: 'سلمى كريم',
        role: 'attendee',
        guest: true,
        precisionS: 0,
        stays: [stay('10:05:00', '10:31:12')],
      },
    ],
  },
  {
    id: 'm2',
    startedAt: '2026-06-05T10:00:00Z',
    endedAt: '2026-06-05T10:48:00Z',
    server: 'bbb-leith-1',
    // The last one's name has served its time.
    attendees: ['Priya Raman', 'Tom Adeyemi', 'Inés Carrasco', 'Julia Wojciechowska-Brandt', ''].map(
      (name, at) => ({
        name,
        role: at < 2 ? ('moderator' as const) : ('attendee' as const),
        guest: at > 2,
        precisionS: 30,
        stays: [{ from: '2026-06-05T10:00:30Z', until: '2026-06-05T10:47:30Z' }],
      }),
    ),
  },
  {
    id: 'm1',
    startedAt: '2026-05-29T10:00:00Z',
    endedAt: '2026-05-29T10:10:00Z',
    server: 'bbb-leith-1',
    attendees: [],
  },
];

export const door: DoorView = {
  room: 'Cercle du mardi',
  roomId: null,
  purpose: 'conversation',
  host: 'Noémie Tremblay',
  lobby: 'guests',
  running: { since: '2026-06-12T18:02:00Z', people: 4, reachable: true },
  may: 'join',
  secure: true,
};

const server = (change: Partial<ServerView> & Pick<ServerView, 'id' | 'name'>): ServerView => ({
  kind: 'hall',
  api: 'http://127.0.0.1:9/bigbluebutton/api',
  state: 'enabled',
  health: 'up',
  downSince: null,
  version: '0.1.0',
  meetings: 0,
  people: 0,
  next: false,
  ...change,
});
export const servers: ServerView[] = [
  server({ id: 's1', name: 'hall-leith-1', meetings: 3, people: 56, next: true }),
  server({
    id: 's2',
    name: 'bbb-leith-2',
    kind: 'bbb',
    api: 'https://bbb-leith-2.harbourstreet.example/bigbluebutton/api',
    health: 'down',
    downSince: '2026-06-12T10:41:00Z',
    version: '3.0.12',
  }),
  server({
    id: 's3',
    name: 'bbb-nantes-1-with-a-rather-long-name-for-a-server',
    kind: 'bbb',
    api: 'https://bbb-nantes-1.harbourstreet.example/bigbluebutton/api',
    version: '3.0.11',
    meetings: 2,
    people: 31,
  }),
  server({ id: 's4', name: 'hall-mtl-1', state: 'disabled', health: 'unknown', version: null }),
];

export const mails = (origin: string): OutboxMail[] => [
  {
    id: 'o2',
    to: noemie.email,
    subject: 'Votre code : 482913',
    text: `Bonjour Noémie,\n\nVotre code : 482913\n\nOu ouvrez ce lien :\n${origin}/c/tisserie/sign-in/link?token=abcdefghijklmnopqrstuvwxyz0123456789\n\nLe code et le lien sont valables 15 minutes.`,
    at: '2026-06-12T17:58:00Z',
  },
  {
    id: 'o1',
    to: priya.email,
    subject: 'Your code: 102938',
    text: `Hello Priya,\n\nYour code: 102938\n\nOr open this link:\n${origin}/c/harbour/sign-in/link?token=zyxwvutsrqponmlkjihgfedcba9876543210`,
    at: '2026-06-12T09:58:00Z',
  },
];
