/**
 * One thing known about an attendee's presence. Facts are only ever added, never changed: what is shown is
 * folded from the set of them, so order and repetition of their arrival do not matter.
 */
export interface Fact {
  kind: 'joined' | 'left';
  /** Milliseconds since 1970, by the engine's clock when it told, by ours when we asked. */
  at: number;
  /**
   * The engine's own id of one browser in the meeting (BBB's internal user id, `w_...`), as told by a hook.
   * Null for what was seen by asking, which counts the person, not the browsers.
   */
  seat: string | null;
  /** 0 when told by the engine; otherwise the seconds between two looks. */
  precisionS: number;
}

/** One unbroken presence. `until` is null while it lasts. */
export interface Stay {
  from: number;
  until: number | null;
  precisionS: number;
}
