import type { ServerView } from '@koinon/hub/wire';
import { SlipTable } from '@koinon/ui';
import { useState } from 'react';
import { useSpeech } from '../../house/index.ts';
import { ServerDialog } from './server-dialog.tsx';
import { ServerRow } from './server-row.tsx';

/** Every attached server; on a phone each is a slip. */
export function ServerTable({ servers }: { servers: readonly ServerView[] }) {
  const { say } = useSpeech();
  const [moreOf, setMoreOf] = useState<string | null>(null);
  const chosen = servers.find(({ id }) => id === moreOf);
  const sum = (count: (server: ServerView) => number) =>
    servers.reduce((all, server) => all + count(server), 0);
  const heads = {
    state: say('server.state'),
    meetings: say('server.meetings'),
    people: say('server.people'),
    version: say('server.version'),
    next: say('server.next'),
  };
  return (
    <section className="sheet" aria-labelledby="servers">
      <div className="sheet-head">
        <h2 id="servers">{say('server.all')}</h2>
        <span className="small quiet">
          {say('server.sum', {
            servers: servers.length,
            meetings: sum(({ meetings }) => meetings),
            people: sum(({ people }) => people),
          })}
        </span>
      </div>
      <SlipTable
        heads={[
          { id: 'server', words: say('server.server') },
          { id: 'state', words: heads.state },
          { id: 'meetings', words: heads.meetings, num: true, optional: true },
          { id: 'people', words: heads.people, num: true },
          { id: 'version', words: heads.version, optional: true },
          { id: 'next', words: heads.next },
          { id: 'more', words: <span className="sr">{say('server.more')}</span> },
        ]}
      >
        {servers.map((server) => (
          <ServerRow key={server.id} server={server} heads={heads} onMore={() => setMoreOf(server.id)} />
        ))}
      </SlipTable>
      {chosen ? <ServerDialog server={chosen} onClose={() => setMoreOf(null)} /> : null}
    </section>
  );
}
