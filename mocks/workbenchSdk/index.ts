export {
  createWorkbench,
  type StandInWorkbench,
  type WorkbenchConfig,
  type WorkbenchStatus,
} from './workbench.ts'
