import type { SelectHTMLAttributes } from 'react';
import { Icon } from '../icon/icon.tsx';
import { ChevronDown } from '../icon/icons.ts';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export interface SelectProps extends FieldWords, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> {}

/** One of several; the options are children. */
export function Select({ label, hint, error, children, ...select }: SelectProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ties) => (
        <span className="select-wrap">
          <select {...select} {...ties} className="select">
            {children}
          </select>
          <Icon of={ChevronDown} />
        </span>
      )}
    </FieldFrame>
  );
}
