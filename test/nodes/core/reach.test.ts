import { checkReachable } from '../../../nodes/core/webhook/address';

test.each([
	['http://n8n:5678', 'http://sandbox:4030'],
	['http://10.0.0.5:5678', 'http://10.0.0.6:4030'],
	['http://localhost:5678', 'http://host.docker.internal:4030'],
	['http://[fd00::1]:5678', 'http://192.168.1.9:4030'],
])('a sandbox in a network may deliver to an n8n in it: %s from %s', (url, baseUrl) => {
	expect(() => checkReachable(url, 'WhatsAble', baseUrl)).not.toThrow();
});
