import { Door, Notice, WifiOff } from '@koinon/ui';
import { useEffect, useRef } from 'react';
import { houseName, paint } from './brand/house.ts';
import { DoorScreen } from './door/door-screen.tsx';
import { LanguageHouse } from './language/language-choice.tsx';
import { useSpeech } from './language/speech.ts';
import { LobbyScreen } from './lobby/lobby-screen.tsx';
import { OverScreen } from './over/over-screen.tsx';
import { Page } from './page/page.tsx';
import { RoomScreen } from './room/room-screen.tsx';
import { useMeeting, type Visit, VisitProvider } from './visit/visit.ts';

/** The whole page: one screen per phase of the visit. */
export function App({ visit }: { visit: Visit }) {
  return (
    <VisitProvider value={visit}>
      <LanguageHouse>
        <Title />
        <RootState />
        <Screen />
      </LanguageHouse>
    </VisitProvider>
  );
}

function Screen() {
  const phase = useMeeting((meeting) => meeting.phase);
  const welcome = useMeeting((meeting) => meeting.welcome);
  const ending = useMeeting((meeting) => meeting.ending);
  useFocusOnChange(phase);
  if (phase === 'over' && ending !== null) return <OverScreen ending={ending} />;
  if (welcome === null || phase === 'connecting' || phase === 'over') return <ConnectingScreen />;
  if (phase === 'door') return <DoorScreen welcome={welcome} />;
  if (phase === 'lobby') return <LobbyScreen welcome={welcome} />;
  return <RoomScreen welcome={welcome} />;
}

/** A new screen begins at its top: the focus, and with it the reading, moves there. */
function useFocusOnChange(phase: string): void {
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    if (shown.current !== 'connecting') document.getElementById('main')?.focus();
    shown.current = phase;
  }, [phase]);
}

/** Usually seen for less than a blink. */
function ConnectingScreen() {
  const { say } = useSpeech();
  const link = useMeeting((meeting) => meeting.link);
  return (
    <Page>
      <div className="join-room">
        <Door state="closed" big />
        <h1>{say('connecting.title')}</h1>
      </div>
      {link === 'lost' ? (
        <Notice live icon={WifiOff} title={say('connecting.late')}>
          {say('connecting.late-next')}
        </Notice>
      ) : null}
    </Page>
  );
}

function Title() {
  const { say } = useSpeech();
  const view = useMeeting((meeting) => meeting.welcome?.meeting ?? null);
  const waits = useMeeting((meeting) => meeting.phase === 'lobby');
  const colour = view?.brand.colour ?? null;
  useEffect(() => paint(colour, document.documentElement), [colour]);
  useEffect(() => {
    if (view === null) return;
    const house = houseName(view);
    const room = waits ? say('title.waiting', { room: view.name }) : view.name;
    document.title = house === null ? room : say('title.in-house', { room, house });
  }, [view, waits, say]);
  return null;
}

/** Says on the root element where the visit stands, for style and for whoever watches from outside. */
function RootState() {
  const phase = useMeeting((meeting) => meeting.phase);
  const link = useMeeting((meeting) => meeting.link);
  const media = useMeeting((meeting) => meeting.media);
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { state: phase, link, media });
  }, [phase, link, media]);
  return null;
}
