import { drawn } from './drawn.tsx'

/** What one writes in five minutes. */
export const bareReact = drawn(({ rows }) => (
  <div role="radiogroup">
    {rows.map(({ number, place }, index) => (
      <label key={number} style={{ display: 'block' }}>
        <input type="radio" name="react" defaultChecked={index === 0} />
        <span>{number}</span>
        <span>{place}</span>
      </label>
    ))}
  </div>
))
