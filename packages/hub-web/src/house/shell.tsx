import {
  classNames,
  Foot,
  House as HouseIcon,
  Icon,
  KeyRound,
  type LucideIcon,
  Mark,
  Rail,
  Server,
  SkipLink,
} from '@koinon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listen } from '../hub/index.ts';
import { LanguageChoice } from './language-choice.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useRole, useSession } from './session.ts';
import { SilenceNotice } from './silence-notice.tsx';
import { SourceLink } from './source-link.tsx';
import { useSpeech } from './speech.ts';

/** The house around every page: rail, what is wrong with the connection, the page, the foot. */
export function Shell() {
  const { say } = useSpeech();
  const { house, person, roles } = useSession();
  const questions = useQueryClient();
  const signedIn = person !== null;
  const tabs = roles.length > 0;
  useEffect(() => {
    document.body.classList.toggle('has-tabs', tabs);
  }, [tabs]);
  const inHouse = house !== null;
  useEffect(() => (inHouse ? listen(questions) : undefined), [inHouse, questions]);
  return (
    <>
      <SkipLink>{say('shell.skip')}</SkipLink>
      <Rail
        brand={
          <Link to="/" className="brand">
            <Mark of={house?.mark ?? 'table'} />
            <span>{house?.name ?? say('shell.federation')}</span>
          </Link>
        }
        nav={tabs ? <Nav /> : null}
        navLabel={say('shell.nav')}
      >
        {signedIn ? <PersonMenu /> : <LanguageChoice small />}
      </Rail>
      <div className="shell-notice">
        <SilenceNotice />
      </div>
      <Outlet />
      <Foot>
        <span className={classNames(!tabs && 'tiny')}>{say('shell.foot')}</span>
        <SourceLink />
      </Foot>
    </>
  );
}

function Nav() {
  const { say } = useSpeech();
  const operator = useRole('operator');
  return (
    <>
      <NavLink to="/" icon={HouseIcon} words={say('nav.rooms')} />
      {operator ? <NavLink to="/desk" icon={Server} words={say('nav.servers')} /> : null}
      <NavLink to="/me" icon={KeyRound} words={say('nav.me')} />
    </>
  );
}

function NavLink({ to, icon, words }: { to: '/' | '/desk' | '/me'; icon: LucideIcon; words: string }) {
  return (
    <Link to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
      <Icon of={icon} />
      <span>{words}</span>
    </Link>
  );
}
