import { type ReactNode, useId } from 'react';

export interface ChoiceOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
}

/** One of a few, each in words: waits for its key, or acts at once where the page says so. */
export function Choices<Value extends string>(props: {
  legend: ReactNode;
  /** The legend is said, not shown: the words before the group say it already. */
  legendHidden?: boolean;
  value: Value;
  options: readonly ChoiceOption<Value>[];
  disabled?: boolean;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="stack-s" disabled={props.disabled}>
      <legend className={props.legendHidden ? 'sr' : 'legend'}>{props.legend}</legend>
      {props.options.map((option) => (
        <label key={option.value} className="choice choice-box">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint ? <span className="hint block">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
