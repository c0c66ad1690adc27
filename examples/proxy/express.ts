import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { handler } from './handler.ts'

export const app = express()

// Before any body parser, which would leave the handler nothing to read.
app.all('/aliyun/ccc/api', getRequestListener(handler, { overrideGlobalObjects: false }))

app.use(express.json())
