import { Hono } from 'hono'
import { handler } from './handler.ts'

export const app = new Hono()

app.all('/aliyun/ccc/api', (c) => handler(c.req.raw))
