// For whoever loads the package by hand; n8n itself reads the "n8n" block of package.json.
const { WtsChat } = require('./dist/nodes/WtsChat/WtsChat.node.js');
const { WtsChatTrigger } = require('./dist/nodes/WtsChat/WtsChatTrigger.node.js');
const { WtsChatMemory } = require('./dist/nodes/WtsChat/WtsChatMemory.node.js');
const { WtsChatApi } = require('./dist/credentials/WtsChatApi.credentials.js');

module.exports = { WtsChat, WtsChatTrigger, WtsChatMemory, WtsChatApi };
