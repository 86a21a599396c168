/**
 * How far an engine's clock is from ours, in milliseconds to add to its times. It stamped the meeting while we
 * waited for its answer; a stamp inside that span proves nothing wrong and counts as 0.
 */
export function clockSkewMs(stamp: { engine: number; sentAt: number; answeredAt: number }): number {
  if (stamp.engine < stamp.sentAt) return stamp.sentAt - stamp.engine;
  if (stamp.engine > stamp.answeredAt) return stamp.answeredAt - stamp.engine;
  return 0;
}
