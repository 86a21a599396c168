import { Dialog, Key, Select, Switch, ThemeChoice } from '@koinon/ui';
import { DeviceChoice } from '../door/device-choice.tsx';
import { DeviceNotices } from '../door/device-notices.tsx';
import { MicLevel } from '../door/mic-level.tsx';
import { languages } from '../language/catalogues.ts';
import { useLanguageChoice } from '../language/language-choice.tsx';
import { useSpeech } from '../language/speech.ts';
import { useLettersAct } from './shortcuts.ts';

/** Devices, language, light and letters; everything acts at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const { language, choose } = useLanguageChoice();
  const [lettersAct, setLettersAct] = useLettersAct();
  return (
    <Dialog title={say('settings.title')} onClose={onClose}>
      <div className="stack-m">
        <DeviceNotices />
        <MicLevel />
        <DeviceChoice />
        <Select
          label={say('language.label')}
          value={language}
          onChange={(event) => choose(event.target.value)}
        >
          {languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Select>
        <ThemeChoice
          label={say('settings.theme')}
          words={{
            system: say('settings.theme.system'),
            light: say('settings.theme.light'),
            dark: say('settings.theme.dark'),
          }}
        />
        <Switch
          label={say('settings.keys')}
          hint={say('settings.keys-hint')}
          checked={lettersAct}
          onChange={setLettersAct}
        />
      </div>
      <div className="row settings-done">
        <Key variant="main" onClick={onClose}>
          {say('settings.done')}
        </Key>
      </div>
    </Dialog>
  );
}
