// Whether the hub answers: told by every request, shown once by the shell.
let silent = false;
const listeners = new Set<() => void>();

export function noteSilence(now: boolean): void {
  if (now === silent) return;
  silent = now;
  for (const listener of listeners) listener();
}

export const silence = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  now: () => silent,
};
