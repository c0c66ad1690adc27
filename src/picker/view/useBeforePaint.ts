import { useEffect, useLayoutEffect } from 'react'

/** An effect before the page is painted; servers paint nothing, and complain about it. */
export const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect
