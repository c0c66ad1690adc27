import type { HandsHost } from '../hands/handsHost.ts'
import { handsTests } from '../hands.ts'
import { antDesignHost } from './antDesignHost.ts'
import { scriptHost } from './scriptHost.ts'

const hosts: readonly HandsHost[] = [scriptHost, antDesignHost]
for (const host of hosts) handsTests(host)
