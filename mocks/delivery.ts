import type { ApiParameters } from './model/index.ts'
import { type ScenarioId, scenarioOf } from './scenarios.ts'
import { seedXml } from './seed.ts'

/** How an answer is delivered, if not in the usual way; MSW and HTTP each do it with their own means. */
export type Delivery =
  | { way: 'late'; milliseconds: number }
  | { way: 'never' }
  | { way: 'lost' }
  | { way: 'page'; httpStatus: number; html: string }
  | { way: 'redirect'; path: string }
  | { way: 'xml'; xml: string }

export const LOGIN_PATH = '/sso/login'

export const loginPage = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>登录</title></head>
<body><h1>登录</h1><form method="post"><input name="username"><input name="password" type="password"></form></body>
</html>
`

const badGatewayPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
`

const deliveries: Partial<Record<ScenarioId, Delivery>> = {
  'seed-xml': { way: 'xml', xml: seedXml },
  slow: { way: 'late', milliseconds: 1500 },
  hang: { way: 'never' },
  'redirect-to-login': { way: 'redirect', path: LOGIN_PATH },
  'login-page': { way: 'page', httpStatus: 200, html: loginPage },
  'bad-gateway': { way: 'page', httpStatus: 502, html: badGatewayPage },
  'connection-lost': { way: 'lost' },
}

/**
 * How this call's answer is delivered, undefined for the usual way.
 *
 * @param door who answers: the cloud ignores scenarios that only a proxy can cause; a proxy's stand-in
 * plays all of them
 */
export function deliveryOf(
  door: 'cloud' | 'proxy',
  action: string,
  parameters: ApiParameters,
): Delivery | undefined {
  const scenario = scenarioOf(parameters.CalledNumber ?? '')
  if (action === 'ListCallDetailRecordsV2') {
    return scenario?.id === 'records-slow' ? deliveries.slow : undefined
  }
  if (action !== 'PickOutboundNumbers') return undefined
  if (!scenario || (door === 'cloud' && scenario.door === 'proxy')) return undefined
  return deliveries[scenario.id]
}
