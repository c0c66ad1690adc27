import type { HandsHost } from '../hands/handsHost.ts'

/** The hook of the tarball, with Ant Design's controls. */
export const antDesignHost: HandsHost = {
  name: 'Ant Design',
  lacks: ['layout', 'takeFirst'],
  goto: async (page) => {
    await page.goto('/ant-design/desk.html')
  },
  root: (page) => page.locator('main'),
}
