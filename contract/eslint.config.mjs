export { default } from '../tools/eslint.besideN8n.mjs';
