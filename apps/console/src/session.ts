import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { issuer } from './settings.ts';

const SIGNED_IN = '/signed-in';
const ASK_AGAIN = 'quancheng.ask-again';
const POST = 'quancheng.post';

/** Authorization code with PKCE. The token lives as long as the browser tab, and nowhere else. */
const users = new UserManager({
  authority: issuer,
  client_id: 'quancheng-console',
  redirect_uri: `${location.origin}${SIGNED_IN}`,
  scope: 'openid quancheng',
  userStore: new WebStorageStateStore({ store: sessionStorage }),
  automaticSilentRenew: false,
});

export const currentUser = (): Promise<User | null> => users.getUser();

/** Leaves for the issuer's page; comes back to where the person was. */
export async function signIn(): Promise<void> {
  await users.signinRedirect({ url_state: returnAddress(), ...prompt() });
}

/** Signs in again in a window of its own, so that a form half filled in stays as it is. */
export async function signInBeside(): Promise<void> {
  await users.signinPopup(prompt());
}

/** On the page the issuer leads back to: answers where to go on, or null inside the window of `signInBeside`, which closes. */
export async function finishSignIn(): Promise<string | null> {
  const user = await users.signinCallback();
  return user ? (user.url_state ?? '/') : null;
}

/** The issuer is asked to ask anew next time: at a shared machine the next person must not become the last one. */
export async function signOut(): Promise<void> {
  localStorage.setItem(ASK_AGAIN, '1');
  choosePost(null);
  await users.removeUser();
  location.assign('/');
}

/** The post to act from, `unit-clerk@201001`, where a person holds several. */
export const chosenPost = (): string | null => sessionStorage.getItem(POST);

export function choosePost(post: string | null): void {
  if (post === null) sessionStorage.removeItem(POST);
  else sessionStorage.setItem(POST, post);
}

const returnAddress = (): string =>
  location.pathname === SIGNED_IN ? '/' : `${location.pathname}${location.search}`;

function prompt(): { prompt?: 'login' } {
  const again = localStorage.getItem(ASK_AGAIN) !== null;
  localStorage.removeItem(ASK_AGAIN);
  return again ? { prompt: 'login' } : {};
}
