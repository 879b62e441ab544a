// How the pages are built. Kernel, features and the rest stay outside the bundle, so there is one module graph.
import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

const outside = /^#(kernel|main|features|db|connectors|surfaces|sign-in|internet)\//;

/** Pages are drawn by the server alone; what they do with script are these files beside them, and what those import. */
const SCRIPTS = {
  composer: 'src/routes/(staff)/posts/composer/live.ts',
  drafting: 'src/routes/(staff)/policy/drafts/live.ts',
  passkey: 'src/ui/passkey.ts',
  press: 'src/ui/press.ts',
};

const scripts: Plugin = {
  name: 'gatepost:scripts',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  buildStart() {
    for (const [name, file] of Object.entries(SCRIPTS))
      this.emitFile({
        type: 'chunk',
        id: fileURLToPath(new URL(file, import.meta.url)),
        fileName: `_app/${name}.js`,
      });
  },
};

export default defineConfig({
  // What schools still have: Safari 15.4 on older tablets.
  build: { cssTarget: ['chrome100', 'safari15.4'] },
  plugins: [
    scripts,
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
