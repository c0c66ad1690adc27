import type { HandsHost } from './handsHost.ts'

const first = (page: Parameters<HandsHost['goto']>[0]) => page.locator('#first')

/** The React component. */
export const reactHost: HandsHost = {
  name: 'React component',
  lacks: [],
  goto: async (page) => {
    await page.goto('/e2e/pages/host.html')
  },
  root: first,
}

/** The hook, with the browser's plain controls. */
export const headlessHost: HandsHost = {
  name: 'hook',
  lacks: ['layout', 'others', 'takeFirst'],
  goto: async (page) => {
    await page.goto('/e2e/pages/host.html?looks=headless')
  },
  root: first,
}
