import { type ReactNode, useId } from 'react'

/** Views of one thing, one at a time: the browser's own radio buttons, so that the arrow keys work. */
export function Tabs<Name extends string>({
  label,
  names,
  chosen,
  onChoose,
  children,
}: {
  label: string
  names: Readonly<Record<Name, string>>
  chosen: Name
  onChoose: (name: Name) => void
  children: ReactNode
}) {
  const id = useId()
  const all = Object.keys(names).filter((name): name is Name => name in names)
  return (
    <section className="tabs" aria-label={label}>
      <div role="radiogroup" aria-label={label}>
        {all.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={id}
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            <span>{names[name]}</span>
          </label>
        ))}
      </div>
      {children}
    </section>
  )
}
