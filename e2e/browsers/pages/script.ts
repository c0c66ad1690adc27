import { onDial, settings } from './page.ts'

const { theme, ...properties } = settings
const picker = document.createElement('outbound-number-picker')
picker.setAttribute('endpoint', '/aliyun/ccc/api')
if (theme) picker.setAttribute('theme', theme)
// The script that defines the element comes after this one: it has to take up what is already there.
Object.assign(picker, properties)
picker.addEventListener('dial', ({ detail }) => onDial(detail))
document.getElementById('root')?.append(picker)
