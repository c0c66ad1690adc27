import { SECRET_LENGTH } from '../agent/index.ts'
import type { variables } from './variables.ts'

/** What each variable says, for docs/zh-CN/proxy.md; in English, the schema says it. */
export const variablesInChinese: Record<keyof typeof variables.entries, string> = {
  CCC_INSTANCE_ID: '代理所服务的云联络中心实例。浏览器不能指定其他实例。',
  CCC_REGION_ID: '实例所在地域。',
  CCC_ENDPOINT: 'API 的源。默认使用所在地域的 `https://ccc.<region>.aliyuncs.com`。',
  ALIBABA_CLOUD_ACCESS_KEY_ID:
    '用于签名的 AccessKey。不设置时，由官方默认凭据链查找，例如服务器的 RAM 角色。',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: '与 AccessKey 配套。敏感信息。',
  ALIBABA_CLOUD_SECURITY_TOKEN: '与临时 AccessKey 配套。敏感信息。',
  PROXY_AUTH:
    '`jwt` 凭令牌识别坐席。`none` 允许本机所有人以任何坐席的身份操作；`none-forced` 允许网络中的所有人这样做。',
  PROXY_JWT_SECRET: `令牌的签名密钥（HS256、HS384、HS512），至少 ${SECRET_LENGTH} 个字符。敏感信息。可改用 \`PROXY_JWT_JWKS_URL\`。`,
  PROXY_JWT_SECRET_PREVIOUS: '上一个令牌密钥，更换期间仍然有效。敏感信息。',
  PROXY_SECRETS_FILE:
    '存放 AccessKey、令牌密钥和 offer 密钥的文件，每行一个 `NAME=value`，代替上述变量。文件有改动或收到 SIGHUP 时重新读取。',
  PROXY_JWT_JWKS_URL: '提供令牌公钥的 JWKS 地址。可改用 `PROXY_JWT_SECRET`。',
  PROXY_JWT_ISSUER: '令牌的 `iss` 必须等于此值。使用 `jwt` 时必填。',
  PROXY_JWT_AUDIENCE: '令牌的 `aud` 必须包含此值。使用 `jwt` 时必填。',
  PROXY_JWT_COOKIE: '存放令牌的 Cookie 名，用于不带 `Authorization: Bearer` 的请求。',
  PROXY_JWT_GROUPS_CLAIM:
    '用来限定坐席技能组的声明，值为 ID 数组，或以空格分隔的 ID。令牌中没有该声明时，以云联络中心返回的坐席技能组为准。',
  PROXY_ACTIONS:
    '允许调用的操作：`picker`（选号组件所需）、`picker+history`（另含外呼历史所需）、`workbench`（工作台 SDK 会调用的），或以逗号分隔的操作列表。',
  PROXY_ALLOWED_ORIGINS: '除代理同源页面外，还允许哪些源的页面调用；以逗号分隔。',
  PROXY_PATH: 'API 的路径，即工作台 SDK 的 `ajaxPath`。',
  PROXY_ACTION_PARAM: '表示操作的查询参数名，即工作台 SDK 的 `ajaxApiParamName`。',
  PROXY_TIMEOUT_MS:
    '收到完整请求后，云端处理一次调用的时限（毫秒），包括重试；此前的令牌校验和接收请求另有同样长的时限。',
  PROXY_AGENT_LIMIT: '每个坐席在一个时间窗口内的请求数上限；0 为不限。',
  PROXY_ACTION_LIMITS:
    '每个坐席在一个时间窗口内单个操作的请求数上限，例如 `MakeCall=60,PickOutboundNumbers=300`；同时计入坐席的总数。',
  PROXY_INSTANCE_LIMIT: '所有坐席在一个时间窗口内的请求数合计上限；0 为不限。',
  PROXY_LIMIT_WINDOW_SECONDS: '时间窗口的长度（秒）。',
  PROXY_OFFER_SECRET: `签发外呼历史 offer 的密钥，至少 ${SECRET_LENGTH} 个字符，所有副本须相同。敏感信息。不设置时使用 \`PROXY_JWT_SECRET\`；两者都没有时，每个进程各自生成，互不认可。`,
  PROXY_HISTORY_LIMIT:
    '所有坐席查询外呼历史时，每秒调用云端的次数上限；0 为不限。超过上限时不返回历史。',
  PROXY_HISTORY_TIME_ZONE: '外呼历史统计主叫号码当日用量所用的时区。',
  REDIS_URL: '供各副本共享计数的 Redis。不设置时各自计数。可能含有敏感信息。',
  HOST: '监听地址；`0.0.0.0` 为本机所有地址。',
  PORT: '监听端口；0 为任意空闲端口。',
  PROXY_ADMIN_PORT: '`/metrics`、`/healthz` 和 `/readyz` 的专用端口；不设置时与 `PORT` 共用。',
  PROXY_WORKERS:
    '共享端口的进程数，每个 CPU 核一个；`auto` 表示等于核数。大于 1 时必须设置 `PROXY_ADMIN_PORT`。',
  PROXY_UNREADY_MS: '连不上云端超过此毫秒数后，`/readyz` 返回 503，直到恢复；0 为从不。',
  PROXY_DRAIN_MS:
    '收到 SIGTERM 后继续服务的毫秒数，期间 `/readyz` 返回 503，让负载均衡有时间察觉。',
  PROXY_STOP_MS:
    '收到 SIGTERM 后，服务管理器等待多少毫秒就强制结束程序；systemd 单元和 Kubernetes 都是 30 秒。必须容得下 `PROXY_DRAIN_MS` 加两倍的 `PROXY_TIMEOUT_MS`。',
  LOG_LEVEL: '日志的最低级别。`debug` 会为每次尝试多记一行。',
}
