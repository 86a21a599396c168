export { LinkPage } from './link-page.tsx';
export { MyDataPage } from './my-data-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
