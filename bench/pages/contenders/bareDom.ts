import type { Contender } from './contender.ts'

/** Radios made by hand: nothing can be faster. */
export const bareDom: Contender = (stage) => {
  const list = document.createElement('div')
  list.setAttribute('role', 'radiogroup')
  stage.append(list)
  return {
    show: (rows) => {
      for (const [index, { number, place }] of rows.entries()) {
        const label = document.createElement('label')
        label.style.display = 'block'
        const radio = document.createElement('input')
        Object.assign(radio, { type: 'radio', name: 'dom', defaultChecked: index === 0 })
        const texts = [number, place].map((text) =>
          Object.assign(document.createElement('span'), { textContent: text }),
        )
        label.append(radio, ...texts)
        list.append(label)
      }
    },
    leave: () => list.remove(),
  }
}
