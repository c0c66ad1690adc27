/**
 * Replaces React with Preact in the script. It exports only what the picker uses, because Preact's default
 * export would keep all of Preact in the script.
 */
export {
  createElement,
  forwardRef,
  memo,
  startTransition,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat'
