/**
 * React's part in the script, played by Preact: what the picker, React Query and zustand use of it and
 * no more, since a default export of all of Preact's keeps all of it in the script.
 */
import { useCallback, useDebugValue, useSyncExternalStore } from 'preact/compat'

export {
  createContext,
  createElement,
  forwardRef,
  memo,
  startTransition,
  useCallback,
  useContext,
  useDebugValue,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat'

export default { useCallback, useDebugValue, useSyncExternalStore }
