import { headlessHost, reactHost } from './hands/hosts.ts'
import { handsTests } from './hands.ts'

for (const host of [reactHost, headlessHost]) handsTests(host)
