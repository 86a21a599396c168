import type { ServerView } from '@koinon/hub/wire';
import {
  Badge,
  Check,
  CircleAlert,
  Clock,
  Ellipsis,
  Key,
  SlipCell,
  SlipName,
  SlipRow,
  useToast,
} from '@koinon/ui';
import { problemSentence, useSpeech } from '../../house/index.ts';
import { useChangeServer } from './questions.ts';

export function ServerRow(props: {
  server: ServerView;
  heads: Record<'state' | 'meetings' | 'people' | 'version' | 'next', string>;
  onMore: () => void;
}) {
  const { say, format } = useSpeech();
  const { server, heads } = props;
  // What a server that does not answer had is no longer known.
  const known = server.health === 'up';
  return (
    <SlipRow>
      <SlipName>
        <bdi className="srv-name">{server.name}</bdi>
        <span className="quiet block tiny">
          {say(`server.kind-${server.kind}`)} · <span className="bidi">{new URL(server.api).host}</span>
        </span>
      </SlipName>
      <SlipCell label={heads.state}>
        <ServerState server={server} />
      </SlipCell>
      <SlipCell num optional label={heads.meetings}>
        {known ? format.number(server.meetings) : '–'}
      </SlipCell>
      <SlipCell num label={heads.people}>
        {known ? format.number(server.people) : '–'}
      </SlipCell>
      <SlipCell optional label={heads.version}>
        {server.version ?? '–'}
      </SlipCell>
      <SlipCell label={heads.next}>
        <NextPlace server={server} />
      </SlipCell>
      <SlipCell className="srv-act">
        <Key
          variant="bare"
          icon={Ellipsis}
          iconOnly
          onClick={props.onMore}
          aria-label={say('server.more-of', { server: server.name })}
        />
      </SlipCell>
    </SlipRow>
  );
}

function ServerState({ server }: { server: ServerView }) {
  const { say, format } = useSpeech();
  if (server.state === 'disabled') return <Badge icon={Clock}>{say('server.resting')}</Badge>;
  if (server.health === 'unknown') return <Badge icon={Clock}>{say('server.unknown')}</Badge>;
  if (server.health === 'up') {
    return (
      <Badge kind="ok" icon={Check}>
        {say('server.up')}
      </Badge>
    );
  }
  return (
    <span className="srv-state">
      <Badge kind="danger" icon={CircleAlert}>
        {say('server.down')}
      </Badge>
      {server.downSince ? (
        <span className="tiny quiet block">
          {say('server.down-since', { when: format.dateTime(server.downSince) })}
        </span>
      ) : null}
    </span>
  );
}

/** Where the next meeting runs: exactly one server of a house. */
function NextPlace({ server }: { server: ServerView }) {
  const speech = useSpeech();
  const { say } = speech;
  const toast = useToast();
  const change = useChangeServer(server.id);
  if (server.next) {
    return (
      <Badge kind="accent" icon={Check}>
        {say('server.is-next')}
      </Badge>
    );
  }
  if (server.state === 'disabled') return <span className="quiet">–</span>;
  return (
    <>
      <Key
        small
        busy={change.isPending}
        onClick={() =>
          change.mutate(
            { next: true },
            { onSuccess: () => toast({ text: say('server.moved', { server: server.name }) }) },
          )
        }
        aria-label={say('server.make-next-of', { server: server.name })}
      >
        {say('server.make-next')}
      </Key>
      {change.isError ? (
        <span className="field-error" role="alert">
          {problemSentence(speech, change.error)}
        </span>
      ) : null}
    </>
  );
}
