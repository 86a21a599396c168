import type { DoorView } from '@koinon/hub/wire';
import { Door } from '@koinon/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Page, ProblemNotice, useSpeech } from '../../house/index.ts';
import { ask, codeOf, useLive } from '../../hub/index.ts';
import { DoorForm } from './door-form.tsx';
import { Insecure } from './insecure.tsx';
import { NoSuchDoor } from './no-such-door.tsx';
import { RunningSign } from './running-sign.tsx';
import { WhatComes } from './what-comes.tsx';

/** In ms: rarely while the hub tells of changes; while it does not, who waits for the start is not kept waiting long. */
const rhythm = (live: boolean, waiting: boolean) => (live ? 20_000 : waiting ? 3000 : 10_000);

/** Behind a room's link: for guests and members alike. */
export function DoorPage() {
  const { say } = useSpeech();
  const { link } = useParams({ from: '/r/$link' });
  const live = useLive();
  const door = useQuery({
    queryKey: ['door', link],
    queryFn: () => ask<DoorView>('GET', `/api/links/${encodeURIComponent(link)}`),
    refetchInterval: ({ state }) => rhythm(live, state.data?.may === 'wait'),
    // Somebody who waits for the start looks elsewhere meanwhile.
    refetchIntervalInBackground: true,
  });
  const code = codeOf(door.error);
  if (code === 'not-found' || code === 'invalid') return <NoSuchDoor />;
  if (door.data) return <DoorOf link={link} door={door.data} />;
  return (
    <Page title={say('door.title')} className="stack">
      {door.isError ? (
        <ProblemNotice quiet error={door.error} busy={door.isFetching} onAgain={() => void door.refetch()} />
      ) : (
        <div className="late" role="status">
          <Door state="ghost" big />
          <p className="quiet">{say('door.late')}</p>
        </div>
      )}
    </Page>
  );
}

function DoorOf({ link, door }: { link: string; door: DoorView }) {
  const { say, format } = useSpeech();
  const { running } = door;
  const secure = window.isSecureContext && door.secure;
  return (
    <Page title={door.room} className="at-door">
      <div className="at-door-room">
        <Door state={running ? 'ajar' : 'closed'} big />
        <div className="stack-s">
          <h1>
            <bdi>{door.room}</bdi>
          </h1>
          <p className="row-s">
            <RunningSign running={running} />
            <span className="quiet small">
              {say(`door.host-${door.purpose}`, { host: door.host })}
              {running ? ` · ${say('sign.since', { time: format.time(running.since) })}` : null}
            </span>
          </p>
        </div>
      </div>
      {secure ? (
        <>
          <div className="at-door-form">
            <DoorForm link={link} door={door} />
          </div>
          <WhatComes door={door} />
        </>
      ) : (
        <Insecure />
      )}
      {door.roomId ? (
        <p className="at-door-foot small">
          <Link to="/rooms/$id" params={{ id: door.roomId }}>
            {say('door.own')}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
