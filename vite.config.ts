// How the pages are built. Kernel, features and the rest stay outside the bundle, so there is one module graph.
import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

const outside = /^#(kernel|main|features|db|connectors|surfaces|sign-in)\//;

/** The composer is drawn by the server alone; what it does with script is this one file beside it. */
const composerScript: Plugin = {
  name: 'gatepost:composer-script',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  buildStart() {
    const id = fileURLToPath(new URL('src/routes/(staff)/posts/composer/live.ts', import.meta.url));
    this.emitFile({ type: 'chunk', id, fileName: '_app/composer.js' });
  },
};

export default defineConfig({
  // What schools still have: Safari 15.4 on older tablets.
  build: { cssTarget: ['chrome100', 'safari15.4'] },
  plugins: [
    composerScript,
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
