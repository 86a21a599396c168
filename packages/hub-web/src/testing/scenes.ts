import type { House, MemberRole, SessionView } from '@koinon/hub/wire';
import type { Page } from 'playwright-core';
import {
  door,
  harbour,
  longName,
  mails,
  meetings,
  noemie,
  priya,
  rooms,
  servers,
  session,
  tisserie,
} from './fixtures.ts';
import type { Script } from './scripted-hub.ts';

/** A page in one state: what the hub says, who looks, what they do first, and what shows that it is there. */
export interface Scene {
  name: string;
  path: string;
  session: (house: House | null) => SessionView;
  script: Script;
  locale: 'en-GB' | 'fr-CA';
  act?: (page: Page) => Promise<void>;
  /** Text that the page shows when it is ready. */
  shows: string;
}

/** Every page in every state that people meet, in both houses and both languages. */
export function scenesOf(origin: string): Scene[] {
  const guest = (house: House | null) => session(house, null, [], origin);
  const member =
    (person: typeof priya, roles: MemberRole[] = ['member']) =>
    (house: House | null) =>
      session(house, house ? person : null, house ? roles : [], origin);
  const operator = member(priya, ['member', 'operator']);
  const inHarbour = rooms(origin, harbour);
  const inTisserie = rooms(origin, tisserie);
  const [circle, , long] = inHarbour;
  const english = { locale: 'en-GB', script: {} } as const;
  const french = { locale: 'fr-CA', script: {} } as const;
  const key = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();
  return [
    { ...english, name: 'houses', path: '/', session: guest, shows: 'La Tisserie' },
    {
      ...english,
      name: 'outbox',
      path: '/outbox',
      session: guest,
      script: { 'GET /api/outbox': { json: mails(origin) } },
      shows: 'Hello Priya',
    },
    {
      ...english,
      name: 'outbox-empty',
      path: '/outbox',
      session: guest,
      script: { 'GET /api/outbox': { json: [] } },
      shows: 'Nothing was sent yet',
    },
    {
      ...english,
      name: 'home',
      path: '/c/harbour/',
      session: operator,
      script: { 'GET /api/rooms': { json: inHarbour } },
      shows: 'Morning circle',
    },
    {
      ...french,
      name: 'home-fr',
      path: '/c/tisserie/',
      session: member(noemie),
      script: { 'GET /api/rooms': { json: inTisserie } },
      shows: 'Cercle du mardi',
    },
    {
      ...english,
      name: 'home-empty',
      path: '/c/harbour/',
      session: member(priya),
      script: { 'GET /api/rooms': { json: [] } },
      shows: 'You have no room yet',
    },
    {
      ...french,
      name: 'home-late',
      path: '/c/tisserie/',
      session: member(noemie),
      script: { 'GET /api/rooms': { never: true } },
      shows: 'Vos salles arrivent',
    },
    {
      ...english,
      name: 'home-error',
      path: '/c/harbour/',
      session: member(priya),
      script: { 'GET /api/rooms': { problem: { code: 'internal', reference: 'A7K2' }, status: 500 } },
      shows: 'A7K2',
    },
    {
      ...english,
      name: 'home-silent',
      path: '/c/harbour/',
      session: member(priya),
      script: { 'GET /api/rooms': { silent: true } },
      shows: 'This site does not answer.',
    },
    {
      ...english,
      name: 'home-start-fails',
      path: '/c/harbour/',
      session: member(priya),
      script: {
        'GET /api/rooms': { json: inHarbour },
        'POST /api/links/tenants-advice-desk/enter': { problem: { code: 'no-server' }, status: 503 },
      },
      act: key('Start Tenants’ advice desk'),
      shows: 'No server takes meetings',
    },
    {
      ...english,
      name: 'home-menu',
      path: '/c/harbour/',
      session: operator,
      script: { 'GET /api/rooms': { json: inHarbour } },
      act: key('Account of'),
      shows: 'Sign out',
    },
    {
      ...english,
      name: 'new-room',
      path: '/c/harbour/',
      session: member(priya),
      script: { 'GET /api/rooms': { json: inHarbour } },
      act: async (page) => {
        await key('New room')(page);
        await key('Make the room')(page);
      },
      shows: 'Write a name for the room',
    },
    {
      ...english,
      name: 'room',
      path: '/c/harbour/rooms/r1',
      session: member(priya),
      script: { 'GET /api/rooms/r1': { json: circle }, 'GET /api/rooms/r1/meetings': { json: meetings } },
      shows: 'Montserrat',
    },
    {
      ...french,
      name: 'room-fr-new',
      path: '/c/tisserie/rooms/r2',
      session: member(noemie),
      script: { 'GET /api/rooms/r2': { json: inTisserie[1] }, 'GET /api/rooms/r2/meetings': { json: [] } },
      shows: 'Personne ne s’est encore réuni ici',
    },
    {
      ...english,
      name: 'room-long-server-down',
      path: '/c/harbour/rooms/r3',
      session: member(priya),
      script: {
        'GET /api/rooms/r3': { json: long },
        'GET /api/rooms/r3/meetings': { json: meetings.slice(1) },
        [`POST /api/links/${long?.linkName}/enter`]: { problem: { code: 'server-down' }, status: 503 },
      },
      act: async (page) => {
        await key('Join the meeting')(page);
        await page.locator('summary').first().click();
      },
      shows: 'The server of this meeting does not answer.',
    },
    {
      ...english,
      name: 'room-end',
      path: '/c/harbour/rooms/r1',
      session: member(priya),
      script: { 'GET /api/rooms/r1': { json: circle }, 'GET /api/rooms/r1/meetings': { json: meetings } },
      act: key('End it for everyone'),
      shows: 'End the meeting for everyone?',
    },
    { ...french, name: 'sign-in', path: '/c/tisserie/sign-in', session: guest, shows: 'Recevoir un code' },
    {
      ...french,
      name: 'code',
      path: '/c/tisserie/sign-in',
      session: guest,
      script: {
        'POST /api/sign-in': { status: 202, json: { minutes: 15, outbox: `${origin}/outbox` } },
        'POST /api/sign-in/code': { problem: { code: 'code-wrong', triesLeft: 3 } },
      },
      act: async (page) => {
        await page.getByLabel('Votre adresse courriel').fill(noemie.email);
        await page.keyboard.press('Enter');
        await page.getByLabel('Six chiffres').fill('111111');
      },
      shows: 'Il reste 3 essais',
    },
    {
      ...english,
      name: 'link',
      path: '/c/harbour/sign-in/link?token=abcdefghijklmnopqrstuvwxyz',
      session: guest,
      shows: 'You opened the link of a mail',
    },
    {
      ...english,
      name: 'link-spent',
      path: '/c/harbour/sign-in/link',
      session: guest,
      shows: 'Have a new code sent',
    },
    {
      ...french,
      name: 'me',
      path: '/c/tisserie/me',
      session: member(noemie, ['member', 'admin']),
      shows: 'Vos rôles à La Tisserie',
    },
    ...doors(guest, member(noemie)),
    ...desks(operator, member({ ...priya, language: 'fr' }, ['member', 'operator'])),
    {
      ...french,
      name: 'stranger',
      path: '/c/harbour/',
      session: member(noemie, []),
      shows: 'Vous n’êtes pas membre de cette maison',
    },
    {
      ...english,
      name: 'not-operator',
      path: '/c/harbour/desk',
      session: member(priya),
      shows: 'This desk is for operators',
    },
    {
      ...english,
      name: 'nowhere',
      path: '/c/harbour/nowhere',
      session: guest,
      shows: 'Nothing is at this address',
    },
    {
      ...english,
      name: 'closed',
      path: '/c/harbour/',
      session: guest,
      script: { 'GET /api/session': { silent: true } },
      shows: 'This site does not answer.',
    },
  ];
}

function doors(guest: Scene['session'], member: Scene['session']): Scene[] {
  const at = (name: string, change: Partial<typeof door>, shows: string, who = guest): Scene => ({
    name,
    path: '/c/tisserie/r/cercle-du-mardi',
    session: who,
    script: { 'GET /api/links/cercle-du-mardi': { json: { ...door, ...change } } },
    locale: 'fr-CA',
    shows,
  });
  return [
    at('door', {}, 'Entrer dans la salle'),
    at('door-wait', { may: 'wait', running: null }, 'n’a pas encore commencé'),
    at('door-owner', { may: 'start', running: null, roomId: 'r1' }, 'Démarrer la réunion', member),
    at('door-members-only', { may: 'sign-in', running: null, room: longName }, 'réservée aux membres'),
    at('door-insecure', { secure: false }, 'ne donne ici ni caméra ni micro'),
    { ...at('door-none', {}, 'Ce lien n’ouvre aucune salle'), script: {} },
  ];
}

function desks(operator: Scene['session'], frenchOperator: Scene['session']): Scene[] {
  const at = (name: string, json: unknown, shows: string, more: Partial<Scene> = {}): Scene => ({
    name,
    path: '/c/harbour/desk',
    session: operator,
    locale: 'en-GB',
    shows,
    ...more,
    script: { 'GET /api/desk/servers': { json }, ...more.script },
  });
  return [
    at('desk', servers, 'One thing needs a human'),
    at('desk-fr', servers.slice(0, 1), 'Rien n’a besoin de vous', {
      locale: 'fr-CA',
      session: frenchOperator,
    }),
    at('desk-empty', [], 'No server is attached'),
    at('desk-attach', servers, 'not to this secret', {
      script: { 'POST /api/desk/servers': { problem: { code: 'server-secret-wrong' } } },
      act: async (page) => {
        await page.getByRole('button', { name: 'Attach a server' }).click();
        await page.getByLabel('Name of the server').fill('hall-2');
        await page.getByLabel('API address').fill('https://hall-2.example/bigbluebutton/api');
        await page.getByLabel('Secret').fill('wrong');
        await page.getByRole('button', { name: 'Check and attach' }).click();
      },
    }),
    at('desk-server', servers, 'It takes meetings', {
      act: (page) => page.getByRole('button', { name: 'More about hall-leith-1' }).click(),
    }),
  ];
}
