// Loaded into a worker before n8n: what the node believes to be the time passes CLOCK times faster, as it
// does for the sandbox's limits. Timers stay real, because those of databases and connections must.
const clock = Number(process.env.CLOCK);
const { now } = Date;
const began = now();
Date.now = () => Math.floor(began + (now() - began) * clock);
