import { randomUUID } from 'node:crypto';
import { CreateHookError, type Hook, type HooksCreateParameters } from '@koinon/bbb-api';
import type { Clock } from '../clock.ts';
import { readHookFile, type StoredHook, writeHookFile } from './hook-file.ts';
import { isCallbackAddress } from './send.ts';

const mostHooks = 10_000;
/** How long a hook of one meeting is kept for the next meeting of that ID. */
const idleMs = 7 * 24 * 60 * 60 * 1000;

/** The webhooks that front ends registered. They outlive the hall's process; only front ends and failure remove them. */
export class HookRegistry {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #hooks: Map<string, StoredHook>;

  /** @throws {HookFileError} */
  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
    this.#hooks = new Map(readHookFile(path).map((hook) => [hook.id, hook]));
  }

  /**
   * Registers an address. As in BigBlueButton the address alone decides what is a duplicate:
   * the old hook stays as it is, whatever else the new call says.
   *
   * @throws {CreateHookError} an address that callbacks may not go to, or too many hooks
   */
  create(parameters: HooksCreateParameters): { hook: Hook; duplicate: boolean } {
    const known = this.all().find((hook) => hook.callbackURL === parameters.callbackURL);
    if (known !== undefined) {
      this.wake(known.id);
      return { hook: hookOf(known), duplicate: true };
    }
    this.#dropIdle();
    if (!isCallbackAddress(parameters.callbackURL) || this.#hooks.size >= mostHooks)
      throw new CreateHookError();
    const hook: StoredHook = {
      id: randomUUID(),
      callbackURL: parameters.callbackURL,
      meetingID: parameters.meetingID ?? null,
      eventID: parameters.eventID ?? null,
      getRaw: parameters.getRaw ?? false,
      createdAtMs: this.#clock.now(),
      idleSinceMs: null,
    };
    this.#hooks.set(hook.id, hook);
    this.#save();
    return { hook: hookOf(hook), duplicate: false };
  }

  /** Every hook, or those that hear of one meeting: its own and the global ones. */
  list(meetingID?: string): Hook[] {
    const heard = this.all().filter(
      (hook) => meetingID === undefined || hook.meetingID === null || hook.meetingID === meetingID,
    );
    return heard.map(hookOf);
  }

  /** Removes a hook; false when there is none of that ID. */
  remove(id: string): boolean {
    if (!this.#hooks.delete(id)) return false;
    this.#save();
    return true;
  }

  /**
   * A meeting is over and its hooks have heard so. They stay for the next meeting of that ID, as in BigBlueButton,
   * but not for ever: without one for seven days they go.
   */
  rest(meetingID: string): void {
    const resting = this.all().filter((hook) => hook.meetingID === meetingID && hook.idleSinceMs === null);
    for (const hook of resting) this.#hooks.set(hook.id, { ...hook, idleSinceMs: this.#clock.now() });
    if (resting.length > 0) this.#save();
  }

  /** A hook has something to hear again. */
  wake(id: string): void {
    const hook = this.#hooks.get(id);
    if (hook === undefined || hook.idleSinceMs === null) return;
    this.#hooks.set(id, { ...hook, idleSinceMs: null });
    this.#save();
  }

  all(): StoredHook[] {
    return [...this.#hooks.values()];
  }

  #dropIdle(): void {
    const before = this.#clock.now() - idleMs;
    for (const hook of this.all()) {
      if (hook.idleSinceMs !== null && hook.idleSinceMs < before) this.#hooks.delete(hook.id);
    }
  }

  #save(): void {
    writeHookFile(this.#path, this.all());
  }
}

function hookOf(stored: StoredHook): Hook {
  return {
    hookID: stored.id,
    callbackURL: stored.callbackURL,
    meetingID: stored.meetingID,
    eventID: stored.eventID,
    permanentHook: false,
    rawData: stored.getRaw,
  };
}
