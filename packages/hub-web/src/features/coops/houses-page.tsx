import { Empty, KeyLink } from '@koinon/ui';
import { Page, useSession, useSpeech } from '../../house/index.ts';

/** Where one stands in no house: the houses to go to. */
export function HousesPage() {
  const { say } = useSpeech();
  const { houses, demo } = useSession();
  return (
    <Page title={say('houses.title')} className="stack">
      <div className="stack-s">
        <h1>{say('houses.title')}</h1>
        <p className="lead">{say('houses.lead')}</p>
      </div>
      <div className="sheet">
        {houses.length === 0 ? (
          <Empty title={say('houses.none')}>{say('houses.none-says')}</Empty>
        ) : (
          <ul className="houses">
            {houses.map(({ name, address }) => (
              <li key={address}>
                <a className="name" href={address}>
                  <bdi>{name}</bdi>
                </a>
                <span className="small quiet bidi">{address.replace(/^https?:\/\//, '')}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {demo ? (
        <p className="row">
          <KeyLink href="/outbox">{say('outbox.open')}</KeyLink>
        </p>
      ) : null}
    </Page>
  );
}
