import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// n8n-core asks for decorator metadata first, and would write every node error to stderr
import 'reflect-metadata';

process.env.N8N_LOG_LEVEL = 'silent';

// n8n keeps the secret that it signs addresses with in a folder of its user
process.env.N8N_USER_FOLDER = join(tmpdir(), `wts-chat-tests-${process.pid}`);
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });
