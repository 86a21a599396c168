import '@koinon/ui/styles.css';
import { keptTheme, showTheme } from '@koinon/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { House } from './house/index.ts';
import { questions } from './questions.ts';
import { router } from './router.tsx';

showTheme(keptTheme());
const page = document.getElementById('page');
if (!page) throw new TypeError('index.html has no place for the page');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={questions}>
      <House>
        <RouterProvider router={router} />
      </House>
    </QueryClientProvider>
  </StrictMode>,
);
