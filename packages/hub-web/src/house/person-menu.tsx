import { Face, Key, LogOut, ThemeChoice } from '@koinon/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, base } from '../hub/index.ts';
import { LanguageChoice } from './language-choice.tsx';
import { useSession } from './session.ts';
import { useSpeech } from './speech.ts';

/** The person in the rail: what belongs to them and to their browser. A native popover: Escape and a press beside it close it. */
export function PersonMenu() {
  const { say } = useSpeech();
  const { person } = useSession();
  const questions = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => ask('POST', '/api/sign-out'),
    onSuccess: () => {
      questions.clear();
      // A fresh page: nothing of this person stays in memory.
      location.assign(`${base}/`);
    },
  });
  if (!person) return null;
  return (
    <>
      <button type="button" className="btn btn-bare btn-icon" popoverTarget="person-menu">
        <Face id={person.id} name={person.name} />
        <span className="sr">{say('menu.open', { name: person.name })}</span>
      </button>
      <div id="person-menu" className="menu" popover="auto">
        <p className="menu-person">
          <bdi className="strong">{person.name}</bdi>
          <span className="small quiet block">{person.email}</span>
        </p>
        <ThemeChoice
          label={say('menu.theme')}
          words={{
            system: say('menu.theme-system'),
            light: say('menu.theme-light'),
            dark: say('menu.theme-dark'),
          }}
        />
        <LanguageChoice />
        <Key icon={LogOut} wide busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {say('menu.sign-out')}
        </Key>
      </div>
    </>
  );
}
