import type { ServerView } from '@koinon/hub/wire';
import { CircleAlert, CircleCheck, classNames, Icon, TriangleAlert } from '@koinon/ui';
import { Say, useSpeech } from '../../house/index.ts';
import { type Need, needsOf } from './needs.ts';

/** What needs a human, or that nothing does. */
export function Needs({ servers }: { servers: readonly ServerView[] }) {
  const { say } = useSpeech();
  const needs = needsOf(servers);
  return (
    <section className="sheet needs" aria-labelledby="needs">
      <div className="sheet-head">
        <h2 id="needs">{say('needs.title', { n: needs.length })}</h2>
        {needs.length > 0 ? <span className="small quiet">{say('needs.rest')}</span> : null}
      </div>
      {needs.length === 0 ? (
        <p className="needs-none">
          <Icon of={CircleCheck} />
          {say('needs.none')}
        </p>
      ) : (
        <ul>
          {needs.map((need) => (
            <NeedRow key={'server' in need ? need.server.id : need.kind} need={need} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NeedRow({ need }: { need: Need }) {
  const { format } = useSpeech();
  const serious = need.kind !== 'down';
  const server = 'server' in need ? need.server : null;
  const since = server?.downSince ? format.dateTime(server.downSince) : '';
  return (
    <li className={classNames(serious && 'is-danger')}>
      <span className="needs-sign">
        <Icon of={serious ? CircleAlert : TriangleAlert} />
      </span>
      <p>
        <Say
          id={`needs.${need.kind}`}
          values={{ server: server?.name ?? '', since, known: since ? 'yes' : 'no' }}
          parts={{ b: (inside) => <strong>{inside}</strong> }}
        />
      </p>
    </li>
  );
}
