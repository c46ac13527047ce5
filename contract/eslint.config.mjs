export { default } from '../eslint.besideN8n.config.mjs';
