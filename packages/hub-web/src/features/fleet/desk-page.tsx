import { Empty, Key, Notice, Plus } from '@koinon/ui';
import { useState } from 'react';
import { MembersOnly, Page, ProblemNotice, useHouse, useRole, useSpeech } from '../../house/index.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { Needs } from './needs-section.tsx';
import { useServers } from './questions.ts';
import { ServerTable } from './server-table.tsx';

export function DeskPage() {
  return (
    <MembersOnly>
      <OperatorsOnly />
    </MembersOnly>
  );
}

function OperatorsOnly() {
  const { say } = useSpeech();
  const house = useHouse();
  if (useRole('operator')) return <Desk />;
  return (
    <Page title={say('desk.title')} className="stack">
      <h1>{say('desk.title')}</h1>
      <Notice title={say('desk.not-operator')}>{say('desk.not-operator-do', { house: house.name })}</Notice>
    </Page>
  );
}

/** The operator's desk: first what needs a human, then every attached server. */
function Desk() {
  const { say } = useSpeech();
  const servers = useServers();
  const [attaching, setAttaching] = useState(false);
  const attached = servers.data ?? [];
  return (
    <Page title={say('desk.title')}>
      <div className="page-head">
        <div>
          <p className="quiet small">{say('desk.desk')}</p>
          <h1>{say('desk.title')}</h1>
        </div>
        {attached.length > 0 ? (
          <div className="row">
            <Key icon={Plus} onClick={() => setAttaching(true)}>
              {say('desk.attach')}
            </Key>
          </div>
        ) : null}
      </div>
      {servers.isError ? (
        <ProblemNotice
          error={servers.error}
          busy={servers.isFetching}
          onAgain={() => void servers.refetch()}
        />
      ) : null}
      {servers.isPending ? (
        <p className="quiet" role="status">
          {say('desk.late')}
        </p>
      ) : null}
      {servers.data?.length === 0 ? (
        <div className="sheet">
          <Empty
            title={say('desk.none')}
            keys={
              <Key variant="main" icon={Plus} onClick={() => setAttaching(true)}>
                {say('desk.attach')}
              </Key>
            }
          >
            {say('desk.none-says')}
          </Empty>
        </div>
      ) : null}
      {attached.length > 0 ? (
        <>
          <Needs servers={attached} />
          <ServerTable servers={attached} />
        </>
      ) : null}
      {attaching ? <AttachDialog onClose={() => setAttaching(false)} /> : null}
    </Page>
  );
}
