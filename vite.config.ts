// How the pages are built. Kernel, features and the rest stay outside the bundle, so there is one module graph.
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const outside = /^#(kernel|main|features|db|connectors|surfaces|sign-in)\//;

export default defineConfig({
  // What schools still have: Safari 15.4 on older tablets.
  build: { cssTarget: ['chrome100', 'safari15.4'] },
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build', envPrefix: 'GATEPOST_WEB_' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'frame-ancestors': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'object-src': ['none'],
        },
      },
    }),
  ],
  environments: { ssr: { build: { rolldownOptions: { external: [outside] } } } },
});
