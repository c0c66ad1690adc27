import { SignJWT } from 'jose'
import { type Running, run } from './process.ts'

const SECRET = 'a-secret-of-thirty-two-characters'
const GROUP = 'presales@ccc-test'

export const key = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
export const skillGroupIdList = JSON.stringify([GROUP])

/** A program of this folder, or another one that is written in TypeScript. */
export function runSource(path: string, env: Record<string, string> = {}): Promise<Running> {
  return run(['--import', 'tsx', path], { SECRET, ...env })
}

/** The proxy as it ships, in front of this cloud, for the agent below. */
export function runProxy(cloud: Running, env: Record<string, string> = {}): Promise<Running> {
  return run(['dist/proxy/server.mjs'], {
    PORT: '0',
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: cloud.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret,
    PROXY_JWT_SECRET: SECRET,
    PROXY_JWT_ISSUER: 'bench',
    PROXY_JWT_AUDIENCE: 'picker',
    // Counted, as in a call center, but never reached.
    PROXY_AGENT_LIMIT: '100000000',
    PROXY_INSTANCE_LIMIT: '100000000',
    ...env,
  })
}

const token = await new SignJWT({ sub: 'agent@ccc-test', skill_groups: [GROUP] })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer('bench')
  .setAudience('picker')
  .setExpirationTime('1h')
  .sign(Buffer.from(SECRET))

type Post = (url: string, headers: Record<string, string>, body: string) => Promise<string>

/** Asks as a browser does, and expects an answer. */
export async function ask(
  post: Post,
  { url }: Running,
  action: string,
  parameters: object,
): Promise<string> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = `request=${encodeURIComponent(JSON.stringify(parameters))}`
  return answered(await post(`${url}/aliyun/ccc/api?action=${action}`, headers, body))
}

/** Another number each time, so that no two picks are the same. */
export function calleeOf(turn: number): string {
  return `138${String(turn % 100_000_000).padStart(8, '0')}`
}

/** An answer that says that all went well. */
export function answered(text: string): string {
  if (!text.startsWith('{"Code":"OK"')) throw new Error(`Not an answer: ${text.slice(0, 300)}`)
  return text
}
