import { Command } from 'cmdk'
import { drawn } from './drawn.tsx'

/** cmdk, as its readme shows it. */
export const commandMenu = drawn(({ rows }) => (
  <Command label="Callers">
    <Command.Input />
    <Command.List>
      {rows.map(({ number, place }) => (
        <Command.Item key={number} value={number}>
          <span>{number}</span>
          <span>{place}</span>
        </Command.Item>
      ))}
    </Command.List>
  </Command>
))
