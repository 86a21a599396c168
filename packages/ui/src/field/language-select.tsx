import { useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { Languages } from '../icon/icons.ts';

/** The small choice of language in a rail; every language is named in itself. */
export function LanguageSelect(props: {
  label: string;
  value: string;
  languages: readonly { code: string; name: string }[];
  onChange: (code: string) => void;
}) {
  const id = useId();
  return (
    <span>
      <label className="sr" htmlFor={id}>
        {props.label}
      </label>
      <span className="select-wrap lang">
        <select
          className="select"
          id={id}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {props.languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
        <Icon of={Languages} />
      </span>
    </span>
  );
}
