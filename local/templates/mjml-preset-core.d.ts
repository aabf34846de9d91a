declare module 'mjml-preset-core' {
  import type { Component } from 'mjml-core';

  const preset: { readonly components: readonly (typeof Component)[] };
  export = preset;
}
