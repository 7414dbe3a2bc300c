import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './console.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Refused } from './api.ts';
import { router } from './router.tsx';
import { nonce } from './settings.ts';
import { theme } from './theme.ts';

dayjs.locale('zh-cn');

const MOST_REPEATS = 3;

/** What the API refused it would refuse again; what it could not answer just now is asked again. */
const isWorthRepeating = (times: number, error: Error): boolean =>
  times < MOST_REPEATS && error instanceof Refused && (error.status === 0 || error.status === 503);

const queries = new QueryClient({ defaultOptions: { queries: { retry: isWorthRepeating } } });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} csp={{ nonce }} theme={theme}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
