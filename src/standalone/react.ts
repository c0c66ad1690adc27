/**
 * React's part in the script, played by Preact: what the picker uses of it and no more, since Preact's
 * default export keeps all of it in the script.
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
