import { Door, Icon, Key, Plus, Search } from '@koinon/ui';
import { useId, useState } from 'react';
import { MembersOnly, Page, ProblemNotice, useSpeech } from '../../house/index.ts';
import { Invited } from '../meetings/index.ts';
import { findRooms } from './find-rooms.ts';
import { NewRoomDialog } from './new-room-dialog.tsx';
import { NoRoomYet } from './no-room-yet.tsx';
import { useRooms } from './questions.ts';
import { RoomBoard } from './room-board.tsx';

export function HomePage() {
  return (
    <MembersOnly>
      <Home />
    </MembersOnly>
  );
}

/** The first screen answers one question: which room? */
function Home() {
  const { say, format } = useSpeech();
  const rooms = useRooms();
  const [making, setMaking] = useState(false);
  const [typed, setTyped] = useState('');
  const searchId = useId();
  const mine = rooms.data ?? [];
  const found = findRooms(mine, typed);
  return (
    <Page title={say('home.title')}>
      <div className="page-head">
        <h1>{say('home.title')}</h1>
        {mine.length > 0 ? (
          <div className="row home-tools">
            <div className="find">
              <label className="sr" htmlFor={searchId}>
                {say('home.find')}
              </label>
              <Icon of={Search} />
              <input
                className="input"
                id={searchId}
                type="search"
                placeholder={say('home.find-short')}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
            <Key icon={Plus} onClick={() => setMaking(true)}>
              {say('home.new')}
            </Key>
          </div>
        ) : null}
      </div>
      <div className="split">
        <div className="stack stack-rooms">
          {rooms.isError ? (
            <ProblemNotice
              quiet
              error={rooms.error}
              busy={rooms.isFetching}
              onAgain={() => void rooms.refetch()}
            />
          ) : null}
          {rooms.isPending ? <Late /> : null}
          {rooms.data?.length === 0 ? <NoRoomYet onMake={() => setMaking(true)} /> : null}
          {mine.length > 0 ? (
            <section aria-labelledby="mine">
              <div className="section-head">
                <h2 id="mine">{say('home.yours')}</h2>
                <span className="small quiet" role="status">
                  {typed.trim()
                    ? say('home.found', { found: found.length, n: mine.length })
                    : format.number(mine.length)}
                </span>
              </div>
              {found.length > 0 ? (
                <RoomBoard rooms={found} />
              ) : (
                <div className="sheet sheet-pad stack-s">
                  <p>{say('home.found-none')}</p>
                  <p>
                    <Key onClick={() => setTyped('')}>{say('home.show-all')}</Key>
                  </p>
                </div>
              )}
            </section>
          ) : null}
        </div>
        <aside className="stack">
          <Invited />
        </aside>
      </div>
      {making ? <NewRoomDialog onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}

/** The board before the rooms are here. */
function Late() {
  const { say } = useSpeech();
  return (
    <div className="sheet late" role="status">
      <Door state="ghost" />
      <p className="quiet">{say('home.late')}</p>
    </div>
  );
}
