/**
 * How exactly an end is known that nobody told: the seconds since the meeting was last seen, at least 1.
 */
export function secondsSinceSeen(
  meeting: { startedAt: Date | null; createdAt: Date; lastLook: { at: number } | null },
  now: Date,
): number {
  const seenAt = meeting.lastLook?.at ?? (meeting.startedAt ?? meeting.createdAt).getTime();
  return Math.max(1, Math.ceil((now.getTime() - seenAt) / 1000));
}
