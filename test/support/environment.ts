// n8n-core asks for decorator metadata first, and would write every node error to stderr
import 'reflect-metadata';

process.env.N8N_LOG_LEVEL = 'silent';
