import { Key, Monitor, MonitorOff, Notice } from '@koinon/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useMeeting, useTracks, useVisit } from '../visit/visit.ts';
import { PeopleGrid } from './people-grid.tsx';
import { Picture } from './picture.tsx';
import { type SharedScreen, screensOf, seatsOf } from './seats.ts';
import { Tile } from './tile.tsx';
import { STANDING, useMediaQuery } from './use-media-query.ts';

/** Where people are seen: a grid, or a shared screen with the people in a strip beside it. */
export function Stage() {
  const { say } = useSpeech();
  const meeting = useMeeting((all) => all);
  const devices = useDevices((all) => all);
  const tracks = useTracks();
  const seats = seatsOf(meeting, tracks, devices);
  const standing = useMediaQuery(STANDING);
  const screen = screensOf(meeting, tracks).at(-1);
  const tiles = seats.map((seat) => <Tile key={seat.person.id} seat={seat} />);
  return (
    <main
      id="main"
      className="mstage"
      aria-label={say('meeting.stage')}
      tabIndex={-1}
      data-screen={screen !== undefined}
    >
      {devices.screen === null ? null : <OwnScreen />}
      {screen === undefined ? (
        <PeopleGrid count={seats.length === 1 ? 2 : seats.length}>
          {tiles}
          {seats.length === 1 ? <NobodyElse /> : null}
        </PeopleGrid>
      ) : (
        <div className="mscreen-split">
          <Screen key={screen.publication} screen={screen} />
          {standing ? <PeopleGrid count={seats.length}>{tiles}</PeopleGrid> : <Strip>{tiles}</Strip>}
        </div>
      )}
    </main>
  );
}

/** The people beside a shared screen. */
function Strip({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <ul className="mstrip" tabIndex={0}>
      {children}
    </ul>
  );
}

function Screen({ screen }: { screen: SharedScreen }) {
  const { say } = useSpeech();
  const label = say('tile.screen', { name: screen.person.name });
  return (
    <figure className="mscreen">
      <Picture track={screen.track} person={screen.person.id} source="screen" />
      <figcaption className="mtile-name">
        <bdi className="mtile-text">{label}</bdi>
      </figcaption>
    </figure>
  );
}

/** One's own screen is not shown to oneself: shared whole, it would show itself without end. */
function OwnScreen() {
  const { say } = useSpeech();
  const { local } = useVisit();
  return (
    <div className="mown-screen">
      <Notice
        icon={Monitor}
        title={say('share.yours')}
        keys={
          <Key variant="main" icon={MonitorOff} onClick={() => local.stopScreen()}>
            {say('share.stop')}
          </Key>
        }
      />
    </div>
  );
}

function NobodyElse() {
  const { say } = useSpeech();
  return (
    <li className="mtile mtile-ghost">
      <div>
        <p className="name">{say('tile.alone')}</p>
        <p className="quiet small">{say('tile.alone-next')}</p>
      </div>
    </li>
  );
}
