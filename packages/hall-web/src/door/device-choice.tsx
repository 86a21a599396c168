import { Key, Select, Volume2 } from '@koinon/ui';
import { canChooseSpeaker, playTestSound } from '../devices/speaker.ts';
import type { Choice } from '../devices/state.ts';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useVisit } from '../visit/visit.ts';

/** Which microphone, camera and speaker. Each choice acts at once. */
export function DeviceChoice() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const devices = useDevices((all) => all);
  const { choices } = devices;
  return (
    <div className="stack-m">
      <OneDevice
        label={say('devices.mic')}
        choices={choices.mics}
        chosen={openId(devices.mic.track) ?? devices.mic.deviceId}
        nameless={(number) => say('devices.nameless-mic', { number })}
        onChoose={(id) => void local.choose('mic', id)}
      />
      <OneDevice
        label={say('devices.camera')}
        choices={choices.cameras}
        chosen={openId(devices.camera.track) ?? devices.camera.deviceId}
        nameless={(number) => say('devices.nameless-camera', { number })}
        onChoose={(id) => void local.choose('camera', id)}
      />
      {canChooseSpeaker() ? (
        <OneDevice
          label={say('devices.speaker')}
          choices={choices.speakers}
          chosen={devices.speakerId}
          nameless={(number) => say('devices.nameless-speaker', { number })}
          onChoose={(id) => local.chooseSpeaker(id)}
        />
      ) : null}
      <div>
        <Key icon={Volume2} onClick={() => void playTestSound(devices.speakerId)}>
          {say('devices.try-speaker')}
        </Key>
      </div>
    </div>
  );
}

function OneDevice(props: {
  label: string;
  choices: readonly Choice[];
  chosen: string | null;
  nameless: (number: number) => string;
  onChoose: (deviceId: string) => void;
}) {
  const { say } = useSpeech();
  const known = props.choices.some(({ deviceId }) => deviceId === props.chosen);
  return (
    <Select
      label={props.label}
      value={known ? (props.chosen ?? '') : ''}
      disabled={props.choices.length === 0}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      {known ? null : <option value="">{say('devices.by-system')}</option>}
      {props.choices.map(({ deviceId, label }, index) => (
        <option key={deviceId} value={deviceId}>
          {label === '' ? props.nameless(index + 1) : label}
        </option>
      ))}
    </Select>
  );
}

/** What is really open, whatever was asked for. */
function openId(track: MediaStreamTrack | null): string | null {
  return track?.getSettings().deviceId ?? null;
}
