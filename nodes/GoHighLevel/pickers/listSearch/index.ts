export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export { searchBusinesses, searchCampaigns, searchTags, searchWorkflows } from './ofLocation';
export { searchUsers } from './users';
