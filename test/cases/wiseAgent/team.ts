import type { WiseAgentCase } from '../case';
import { wrongLimit } from '../wrongValues';

const all = { returnAll: true, limit: 50, options: {} };

export const cases: Record<string, WiseAgentCase> = {
	getAll: { example: { parameters: { ...all, team: 'inside' } }, wrong: wrongLimit(1.5) },
};
