import { handler } from '../../../../../handler.ts'

/** Signing needs Node. */
export const runtime = 'nodejs'

export { handler as GET, handler as OPTIONS, handler as POST }
