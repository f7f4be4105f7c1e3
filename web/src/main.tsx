import './lib/noEval.js';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import {
  OrgFrame,
  SignedInFrame,
  orgScreens,
  personScreens,
  publicScreens,
  screenComponents,
  startLoading,
} from './routes.js';
import './ui/tokens.css';
import './ui/base.css';
import { NotFound } from './ui/NotFound.js';
import { RouteErrorBoundary } from './ui/RouteErrorBoundary.js';
import { LoadingState } from './ui/states.js';

function routeOf({ path }: { path: string }) {
  const Screen = screenComponents.get(path) ?? NotFound;
  return <Route key={path} path={path} element={<Screen />} />;
}

function App() {
  const { pathname } = useLocation();
  return (
    <RouteErrorBoundary place={pathname}>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          {publicScreens.map(routeOf)}
          <Route element={<SignedInFrame />}>
            {personScreens.map(routeOf)}
            <Route path="/o/:orgId" element={<OrgFrame />}>
              {orgScreens.map(routeOf)}
              <Route path="*" element={<NotFound />} />
            </Route>
          </Route>
          <Route
            path="*"
            element={
              <main id="main" className="lp-alone">
                <NotFound />
              </main>
            }
          />
        </Routes>
      </Suspense>
    </RouteErrorBoundary>
  );
}

startLoading(location.pathname);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </StrictMode>,
  );
}
