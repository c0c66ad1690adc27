export {
  createWorkbench,
  type StandInWorkbench,
  type WorkbenchCall,
  type WorkbenchConfig,
  type WorkbenchStatus,
} from './workbench.ts'
