export { default } from './eslint.besideN8n.mjs';
