import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

/**
 * A native modal dialog, shown for as long as it is mounted. Escape asks to close it; focus goes to the first
 * thing with `data-first-focus`, else where the browser puts it, and returns where it was.
 */
export function Dialog(props: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={titleId}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}
