/**
 * Replaces React with Preact in the script. It exports only what the picker uses, because Preact's default
 * export would keep all of Preact in the script.
 */
export {
  createContext,
  createElement,
  forwardRef,
  memo,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat'
