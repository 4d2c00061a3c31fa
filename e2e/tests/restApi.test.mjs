/** Suites that use n8n through its REST API and leave nothing behind that another one would meet: one n8n serves all. */
import { after } from 'node:test';

import { stopAll } from '../lib/children.mjs';

import './restApi/agent.mjs';
import './restApi/credential.mjs';
import './restApi/workflows.mjs';

after(stopAll);
