export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export { searchBusinesses, searchCampaigns, searchWorkflows } from './ofLocation';
export { searchUsers } from './users';
