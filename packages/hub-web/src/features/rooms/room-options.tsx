import type { Lobby, WhoMayStart } from '@koinon/hub/wire';
import type { ChoiceOption } from '@koinon/ui';
import { useHouse, useSpeech } from '../../house/index.ts';

const lobbies: readonly Lobby[] = ['guests', 'everyone', 'off'];
const starters: readonly WhoMayStart[] = ['owner', 'members', 'anyone'];

/** Who waits in the lobby, in words. */
export function useLobbyOptions(): ChoiceOption<Lobby>[] {
  const { say } = useSpeech();
  const house = useHouse().name;
  return lobbies.map((value) => ({
    value,
    label: say(`lobby.choice-${value}`),
    hint: say(`lobby.hint-${value}`, { house }),
  }));
}

/** Who may start a meeting, in words. */
export function useStartOptions(): ChoiceOption<WhoMayStart>[] {
  const { say } = useSpeech();
  const house = useHouse().name;
  return starters.map((value) => ({ value, label: say(`starting.choice-${value}`, { house }) }));
}
