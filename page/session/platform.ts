/** Where App Service signs people in and out. */
const LOGIN = '/.auth/login/aad';
const LOGOUT = '/.auth/logout?post_logout_redirect_uri=%2F';

/** Back to where one wanted to be. */
export const signInAddress = (): string =>
  `${LOGIN}?${new URLSearchParams({ post_login_redirect_uri: `/${location.hash}` })}`;

export const signOutAddress = (): string => LOGOUT;
