import { framePicker } from './node_modules/outbound-number-picker/dist/src/frame/index.js'

// The frame is at another origin: the same server, by its other name.
const frameUrl = new URL('frame.html', location.href)
frameUrl.hostname = '127.0.0.1'

framePicker({
  frame: document.querySelector('iframe'),
  src: frameUrl.href,
  settings: { endpoint: '/aliyun/ccc/api', userId: 'agent@ccc-test' },
  onDial: (draft) => {
    const code = document.createElement('code')
    code.textContent = JSON.stringify(draft)
    const dialed = document.createElement('p')
    dialed.dataset.event = 'dial'
    dialed.append(code)
    document.body.append(dialed)
  },
})
