import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../report.js';

const REACT_ROUTER_AUTH = `
import { createElement, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { initializeApp } from 'firebase/app';
import { indexedDBLocalPersistence, initializeAuth, onAuthStateChanged, signInWithEmailAndPassword } from 'firebase/auth';

const app = initializeApp({ apiKey: 'floor', projectId: 'floor' });
const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });

function SignIn() {
  const [user, setUser] = useState(null);
  useEffect(() => onAuthStateChanged(auth, setUser), []);
  const signIn = () => signInWithEmailAndPassword(auth, 'a@example.com', 'secret');
  return createElement('button', { onClick: signIn }, user ? user.uid : 'Sign in');
}
const render = (inbox) => createRoot(document.getElementById('root')).render(
  createElement(StrictMode, null, createElement(BrowserRouter, null, createElement(Routes, null,
    createElement(Route, { path: '/', element: createElement(Link, { to: '/sign-in' }, 'Sign in') }),
    createElement(Route, { path: '/sign-in', element: createElement(SignIn) }),
    inbox && createElement(Route, { path: '/inbox', element: createElement(inbox) })))));
`;

const FIRESTORE = `
import { collection, doc, initializeFirestore, limit, onSnapshot, orderBy, query, serverTimestamp, where, writeBatch } from 'firebase/firestore';
const db = initializeFirestore(app, {});
function Inbox() {
  const [contacts, setContacts] = useState([]);
  useEffect(() => onSnapshot(
    query(collection(db, 'contacts'), where('status', '==', 'open'), orderBy('at', 'desc'), limit(50)),
    (found) => setContacts(found.docs)), []);
  const send = () => writeBatch(db).set(doc(collection(db, 'messages')), { at: serverTimestamp() }).commit();
  return createElement('button', { onClick: send }, contacts.length);
}
`;

const FLOORS = {
  'sign-in': `${REACT_ROUTER_AUTH} render();`,
  inbox: `${REACT_ROUTER_AUTH} ${FIRESTORE} render(Inbox);`,
};
export type Floor = keyof typeof FLOORS;

/** Builds the least app that could do a page's work, with the bundler and the packages of this repository. */
export async function buildFloor(floor: Floor): Promise<string> {
  const root = join(ROOT, '.world/bench/floors', floor);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    '<div id="root"></div><script type="module" src="/main.js"></script>',
  );
  writeFileSync(join(root, 'main.js'), FLOORS[floor]);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 2000 },
  });
  return join(root, 'dist');
}
