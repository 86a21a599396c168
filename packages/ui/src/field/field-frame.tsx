import { type ReactNode, useEffect, useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { CircleAlert } from '../icon/icons.ts';

export interface FieldWords {
  label: ReactNode;
  /** Under the label, before the field. */
  hint?: ReactNode;
  /** Under the field: what is wrong, what was kept, what to do. */
  error?: ReactNode;
}

/** What ties a control to its label, hint and error. */
export interface FieldTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint under it, the control, the error under the control. The first field in error gets the focus. */
export function FieldFrame({
  label,
  hint,
  error,
  children,
}: FieldWords & { children: (ties: FieldTies) => ReactNode }) {
  const id = useId();
  const wrong = Boolean(error);
  useEffect(() => {
    if (!wrong) return;
    const control = document.getElementById(id);
    if (control?.closest('form')?.querySelector('[aria-invalid="true"]') === control) control?.focus();
  }, [wrong, id]);
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong || undefined })}
      <span id={`${id}-error`} className={error ? 'field-error' : undefined} aria-live="polite">
        {error ? (
          <>
            <Icon of={CircleAlert} />
            <span>{error}</span>
          </>
        ) : null}
      </span>
    </div>
  );
}
