import type { OutboxMail } from '@koinon/hub/wire';
import { Empty } from '@koinon/ui';
import { useQuery } from '@tanstack/react-query';
import { NotFound, Page, ProblemNotice, useSession, useSpeech } from '../../house/index.ts';
import { ask } from '../../hub/index.ts';
import { type Piece, readMail } from './read-mail.ts';

const rhythmMs = 3000;

/** In the demo nothing is mailed: what would have been is read here. */
export function OutboxPage() {
  const { say } = useSpeech();
  const { demo } = useSession();
  const mails = useQuery({
    queryKey: ['outbox'],
    queryFn: () => ask<OutboxMail[]>('GET', '/api/outbox'),
    refetchInterval: rhythmMs,
    enabled: demo,
  });
  if (!demo) return <NotFound />;
  return (
    <Page title={say('outbox.title')} className="stack outbox">
      <div className="stack-s">
        <h1>{say('outbox.title')}</h1>
        <p className="lead">{say('outbox.lead')}</p>
      </div>
      {mails.isError ? (
        <ProblemNotice
          quiet
          error={mails.error}
          busy={mails.isFetching}
          onAgain={() => void mails.refetch()}
        />
      ) : null}
      {mails.data?.length === 0 ? (
        <div className="sheet">
          <Empty title={say('outbox.none')}>{say('outbox.none-says')}</Empty>
        </div>
      ) : null}
      {mails.data?.length ? (
        <ul className="stack">
          {mails.data.map((mail) => (
            <Mail key={mail.id} mail={mail} />
          ))}
        </ul>
      ) : null}
    </Page>
  );
}

function Mail({ mail }: { mail: OutboxMail }) {
  const { say, format } = useSpeech();
  const { code, lines } = readMail(mail.text);
  return (
    <li className="sheet">
      <div className="sheet-head">
        <h2>{mail.subject}</h2>
        <span className="small quiet">
          {say('outbox.to', { to: mail.to })} · {format.dateTime(mail.at)}
        </span>
      </div>
      <div className="sheet-pad mail">
        {code ? (
          <p>
            <span className="small quiet block">{say('outbox.code')}</span>
            <b className="code code-big">{code}</b>
          </p>
        ) : null}
        <div className="mail-text">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a mail keep their places.
            <p key={at}>
              <Line pieces={line} />
            </p>
          ))}
        </div>
      </div>
    </li>
  );
}

function Line({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, link }) =>
    link ? (
      <a key={text} href={text}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
