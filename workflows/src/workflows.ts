// What the worker runs: the bundle's entry. A workflow's name is kept for ever.
export { budgetYear } from './budget-year/workflow.ts';
export { moveClock } from './clock/workflow.ts';
export { directory } from './directory/workflow.ts';
export { evaluation } from './evaluation/workflow.ts';
export { indicatorLibrary } from './indicator-library/workflow.ts';
export { job } from './job/workflow.ts';
export { deliverNotices } from './notices/workflow.ts';
export { projectYear } from './project-year/workflow.ts';
export { projectLifecycle } from './project/workflow.ts';
