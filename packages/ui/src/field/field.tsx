import type { InputHTMLAttributes, Ref } from 'react';
import { classNames } from '../class-names.ts';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export interface FieldProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  /** Digits apart from each other, in the font with the slashed zero. */
  code?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A line to write in. */
export function Field({ label, hint, error, code, className, ...input }: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ties) => (
        <input {...input} {...ties} className={classNames('input', code && 'input-code', className)} />
      )}
    </FieldFrame>
  );
}
