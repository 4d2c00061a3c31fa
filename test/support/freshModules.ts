import './environment';

// n8n-core stays loaded from file to file, which saves most of the time; what our own modules remember does not.
vi.resetModules();
