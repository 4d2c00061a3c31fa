import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core keeps files in the user's folder; each test process gets an empty one.
process.env.NODE_ENV = 'test';
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-user-'));
// What a run reports is looked at by the tests; on the console it would hide their own report. "silent" would look up
// the caller of each message, which costs as much as a small request.
process.env.N8N_LOG_LEVEL = 'warn';
process.env.N8N_LOG_OUTPUT = 'file';
process.env.N8N_LOG_FILE_LOCATION = join(process.env.N8N_USER_FOLDER, 'n8n.log');
process.env.N8N_ENCRYPTION_KEY = 'tests-only';

// n8n-core's dependency injection reads decorator metadata.
import 'reflect-metadata';
