import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { Toast, type ToastWords } from './toast.tsx';

const Shelf = createContext<(toast: ToastWords) => void>(() => {});

/** Shows a toast; a new one takes the place of the last. */
export function useToast(): (toast: ToastWords) => void {
  return use(Shelf);
}

/** Holds the toasts of a page, in a region that is read aloud. */
export function ToastShelf({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ id: number; words: ToastWords } | null>(null);
  const show = useCallback(
    (words: ToastWords) => setShown((last) => ({ id: (last?.id ?? 0) + 1, words })),
    [],
  );
  const gone = useCallback((id: number) => setShown((now) => (now?.id === id ? null : now)), []);
  const toast = useMemo(
    () => (shown ? <Toast key={shown.id} words={shown.words} onGone={() => gone(shown.id)} /> : null),
    [shown, gone],
  );
  return (
    <Shelf value={show}>
      {children}
      <div className="toast-shelf" role="status">
        {toast}
      </div>
    </Shelf>
  );
}
