import { lazyRouteComponent } from '@tanstack/react-router';

const SignInPage = lazyRouteComponent(() => import('./features/identity/index.ts'), 'SignInPage');
const Invited = lazyRouteComponent(() => import('./features/meetings/index.ts'), 'Invited');

/** Signing in, and beside it the way for those who were invited and need not sign in. */
export function SignIn() {
  return <SignInPage aside={<Invited />} />;
}
