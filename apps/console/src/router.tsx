import { createBrowserRouter } from 'react-router';
import { ActionPage } from './actions/page.tsx';
import { Layout } from './layout.tsx';
import { FilePage } from './pages/file.tsx';
import { IndicatorsPage } from './pages/indicators.tsx';
import { JobPage } from './pages/job.tsx';
import { JobsPage } from './pages/jobs.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { NoticesPage } from './pages/notices.tsx';
import { ProjectPage } from './pages/project.tsx';
import { ProjectsPage } from './pages/projects.tsx';
import { SignedInPage } from './pages/signed-in.tsx';
import { TodoPage } from './pages/todo.tsx';
import { Wrong } from './parts/wrong.tsx';

export const router = createBrowserRouter([
  { path: '/signed-in', element: <SignedInPage />, errorElement: <Wrong /> },
  {
    path: '/',
    element: <Layout />,
    errorElement: <Wrong />,
    children: [
      { index: true, element: <TodoPage /> },
      { path: 'projects', element: <ProjectsPage /> },
      { path: 'projects/:projectId', element: <ProjectPage /> },
      { path: 'notices', element: <NoticesPage /> },
      { path: 'indicators', element: <IndicatorsPage /> },
      { path: 'jobs', element: <JobsPage /> },
      { path: 'jobs/:jobId', element: <JobPage /> },
      { path: 'files/:collection/:id', element: <FilePage /> },
      { path: 'act/:collection/:id/:command', element: <ActionPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
