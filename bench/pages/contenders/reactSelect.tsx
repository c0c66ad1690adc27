import Select from 'react-select'
import { drawn } from './drawn.tsx'

/** With its menu open, as agents would see the callers. */
export const reactSelect = drawn(({ rows }) => (
  <Select
    menuIsOpen
    options={rows}
    value={rows[0] ?? null}
    getOptionValue={({ number }) => number}
    formatOptionLabel={({ number, place }) => (
      <>
        <span>{number}</span>
        <span>{place}</span>
      </>
    )}
  />
))
